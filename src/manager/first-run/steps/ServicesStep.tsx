import { Check } from 'lucide-react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { CentreFile } from '../../../protocol/centre-file.ts';
import { Pictogram } from '../../../renderer/pictograms.tsx';
import { said } from '../../../renderer/text.ts';
import { useManagerText } from '../../manager-words.tsx';
import { Card } from '../../set-up/Card.tsx';
import { AddEntry } from '../../set-up/entries/AddEntry.tsx';
import { FaultLine } from '../../set-up/fields/FaultText.tsx';
import { NumberField } from '../../set-up/fields/NumberField.tsx';
import { IconButton } from '../../set-up/fields/RowButtons.tsx';
import { useFilling, useValue } from '../../set-up/use-draft.ts';
import { DESK_PLACE, withExample, withOwn, withoutService } from '../new-centre.ts';
import type { StepProps } from '../steps.ts';
import styles from './steps.module.css';

/** The services that many centres have, to be taken with one touch. */
function Examples({ offer: { example } }: StepProps) {
  const { language } = useManagerText();
  const { file, change } = useFilling();
  const isTaken = (id: string) => file.services.some((one) => one.id === id);
  return (
    <div className={styles.examples}>
      {example.services.map(({ id, name, pictogram }) => (
        <ToggleButton
          key={id}
          className={styles.example ?? ''}
          isSelected={isTaken(id)}
          onChange={(isOn) =>
            change((before) => (isOn ? withExample(before, example, id) : withoutService(before, id)))
          }
        >
          <Pictogram name={pictogram} />
          <span>{said(name, language)}</span>
          {isTaken(id) ? <Check aria-hidden="true" width="18" height="18" strokeWidth={3} /> : null}
        </ToggleButton>
      ))}
    </div>
  );
}

function Chosen({ service, place }: { readonly service: CentreFile['services'][number]; readonly place: number }) {
  const { language, text } = useManagerText();
  const { change } = useFilling();
  const name = said(service.name, language);
  const desk = ['services', place, 'journey', DESK_PLACE];
  return (
    <li>
      <div role="group" aria-label={name}>
        <strong>{name}</strong>
        <NumberField path={[...desk, 'serviceMinutes']} label={text('first_takes')} unit={text('unit_minutes')} />
        <NumberField path={[...desk, 'targetMinutes']} label={text('f_targetMinutes')} unit={text('unit_minutes')} />
        <IconButton
          label={text('removeOne', { name })}
          onPress={() => change((before) => withoutService(before, service.id))}
        >
          ×
        </IconButton>
      </div>
    </li>
  );
}

/** What citizens come for. */
export function ServicesStep({ offer }: StepProps) {
  const { text } = useManagerText();
  const { file, change } = useFilling();
  const { fault } = useValue(['services']);
  return (
    <>
      <Card title={text('first_examples')} hint={text('first_examplesHint')}>
        <Examples offer={offer} />
        <AddEntry
          one={text('first_otherService')}
          asks="words"
          add={(name) => change((before) => withOwn(before, name))}
        />
        <FaultLine fault={fault} />
      </Card>
      {file.services.length === 0 ? null : (
        <Card title={text('first_minutes')} hint={text('first_minutesHint')}>
          <ul className={styles.chosen}>
            {file.services.map((service, place) => (
              <Chosen key={service.id} service={service} place={place} />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
