import { ChevronDown, ChevronUp } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { StagePlace } from '../../../domain/journeys/journey.ts';
import { useManagerText } from '../../manager-words.tsx';
import type { Entry } from '../draft/entries.ts';
import { type Path, valueAt } from '../draft/path.ts';
import { FaultLine, useFaultText } from '../fields/FaultText.tsx';
import { RowButtons } from '../fields/RowButtons.tsx';
import { nameIn, type Reader } from '../titles.ts';
import { useFaultCount, useFilling, useValue } from '../use-draft.ts';
import { StageFields } from './StageFields.tsx';
import styles from './journey.module.css';

type FileStage = Entry<'services'>['journey'][number];

/** A stage in one line: how long somebody waits for it and how long it takes, or until when it is due. */
function tellOf(stage: FileStage, place: StagePlace, { text }: Reader): string {
  const { targetMinutes = 0, serviceMinutes = 0, dueHours = 0 } = stage;
  if (place === 'kiosk') return text('place_kiosk');
  if (place === 'counter') return text('tell_atCounter', { target: targetMinutes, takes: serviceMinutes });
  return text('tell_due', { place: text(`place_${place}`), hours: dueHours });
}

interface JourneyStageProps {
  readonly path: Path;
  readonly count: number;
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly move: (by: -1 | 1) => void;
  readonly remove: () => void;
}

export function JourneyStage({ path, count, isOpen, toggle, move, remove }: JourneyStageProps) {
  const reader = useManagerText();
  const { text } = reader;
  const { file } = useFilling();
  const said = useFaultText();
  const { fault } = useValue(path);
  const faults = useFaultCount(path);
  const stage = valueAt(file, path) as FileStage;
  const place = file.stages.find(({ id }) => id === stage.stage)?.place ?? 'counter';
  const name = nameIn([file], 'stages', stage.stage, reader);
  const Chevron = isOpen ? ChevronUp : ChevronDown;
  return (
    <li data-open={isOpen}>
      <div className={styles.row}>
        <Button className={styles.open ?? ''} aria-expanded={isOpen} onPress={toggle}>
          <span className={styles.name}>
            {name}
            {stage.isOptional ? <em>{text('optional')}</em> : null}
          </span>
          <small>{tellOf(stage, place, reader)}</small>
          {faults > 0 ? (
            <span className={styles.wrong}>{fault ? said(fault) : text('toMend', { count: faults })}</span>
          ) : null}
          <Chevron aria-hidden="true" width="1em" height="1em" />
        </Button>
        <RowButtons name={name} place={Number(path.at(-1))} count={count} move={move} remove={remove} />
      </div>
      {isOpen ? (
        <div className={styles.fields}>
          <FaultLine fault={fault} />
          <StageFields path={path} place={place} />
        </div>
      ) : null}
    </li>
  );
}
