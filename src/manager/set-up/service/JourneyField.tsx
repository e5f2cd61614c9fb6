import { useState } from 'react';
import { MOST_STAGES } from '../../../domain/journeys/journey.ts';
import { useManagerText } from '../../manager-words.tsx';
import { moved, type Entry } from '../draft/entries.ts';
import type { Path } from '../draft/path.ts';
import { stageAt } from '../draft/stage-place.ts';
import { PlainSelect } from '../fields/Choice.tsx';
import { FaultLine } from '../fields/FaultText.tsx';
import { useReadOnly } from '../read-only.ts';
import { titleOf } from '../titles.ts';
import { useFilling, useValue } from '../use-draft.ts';
import { JourneyStage } from './JourneyStage.tsx';
import styles from './journey.module.css';

type Stages = Entry<'services'>['journey'];

/** Adds one of the kinds of stages that the journey has not yet. */
function AddStage({ stages, add }: { readonly stages: Stages; readonly add: (stage: Stages[number]) => void }) {
  const reader = useManagerText();
  const { text } = reader;
  const { file } = useFilling();
  const others = file.stages.filter(({ id }) => !stages.some(({ stage }) => stage === id));
  if (useReadOnly() || others.length === 0 || stages.length >= MOST_STAGES) return null;
  return (
    <PlainSelect
      label={text('addStage')}
      options={others.map((kind) => ({ value: kind.id, label: titleOf('stages', kind, reader) }))}
      value=""
      onChange={(id) => {
        const kind = others.find((one) => one.id === id);
        if (kind) add(stageAt(kind.place, { stage: kind.id }));
      }}
    />
  );
}

/** The stages of a service in their order, one of them open to be changed. */
export function JourneyField({ path }: { readonly path: Path }) {
  const { value: stages = [], fault, set } = useValue<Stages>(path);
  const [openId, open] = useState<string | undefined>();
  return (
    <div className={styles.journey}>
      <ol>
        {stages.map((stage, place) => (
          <JourneyStage
            key={stage.stage}
            path={[...path, place]}
            count={stages.length}
            isOpen={stage.stage === openId}
            toggle={() => open(stage.stage === openId ? undefined : stage.stage)}
            move={(by) => set(moved(stages, place, by) as Stages)}
            remove={() => set(stages.toSpliced(place, 1))}
          />
        ))}
      </ol>
      <FaultLine fault={fault} />
      <AddStage
        stages={stages}
        add={(stage) => {
          set([...stages, stage]);
          open(stage.stage);
        }}
      />
    </div>
  );
}
