import { useManagerText } from '../../manager-words.tsx';
import { Card } from '../../set-up/Card.tsx';
import { Checks } from '../../set-up/fields/Check.tsx';
import { PlainRadios } from '../../set-up/fields/Choice.tsx';
import { FaultLine } from '../../set-up/fields/FaultText.tsx';
import { titleOf } from '../../set-up/titles.ts';
import { useFilling, useValue } from '../../set-up/use-draft.ts';
import { isSplit, withCounters, withSplit } from '../new-centre.ts';
import { CountField } from './CountField.tsx';

const MOST_COUNTERS = 60;

/** What one counter serves, where they are split. */
function Served({ place }: { readonly place: number }) {
  const reader = useManagerText();
  const { file } = useFilling();
  const { value: levels = [], set } = useValue<readonly (readonly string[])[]>(['profiles', place, 'levels']);
  const { fault: empty } = useValue(['profiles', place, 'levels', 0]);
  return (
    <div>
      <Checks
        label={reader.text('atCounter', { number: place + 1 })}
        options={file.services.map((one) => ({ value: one.id, label: titleOf('services', one, reader) }))}
        chosen={levels.flat()}
        onChange={(chosen) => set([chosen])}
      />
      <FaultLine fault={empty} />
    </div>
  );
}

/** How many counters there are, and what each serves. */
export function CountersStep() {
  const { text } = useManagerText();
  const { file, faults, change } = useFilling();
  const split = isSplit(file);
  const unserved = faults.filter(({ code }) => code === 'unserved');
  return (
    <>
      <Card>
        <CountField
          label={text('first_counters')}
          count={file.counters.length}
          most={MOST_COUNTERS}
          set={(count) => change((before) => withCounters(before, count))}
        />
        <PlainRadios
          label={text('first_sharing')}
          options={(['all', 'split'] as const).map((one) => ({
            value: one,
            label: text(`first_sharing_${one}`),
            hint: text(`first_sharing_hint_${one}`),
          }))}
          value={split ? 'split' : 'all'}
          onChange={(next) => change((before) => withSplit(before, next === 'split'))}
        />
      </Card>
      {split ? (
        <Card title={text('first_served')}>
          <FaultLine fault={unserved[0]} />
          {file.profiles.map(({ id }, place) => (
            <Served key={id} place={place} />
          ))}
        </Card>
      ) : null}
    </>
  );
}
