import { useManagerText } from '../../manager-words.tsx';
import { Card } from '../Card.tsx';
import { freeNumber } from '../draft/new-id.ts';
import type { Path } from '../draft/path.ts';
import { Entries, type EntriesOf } from '../entries/Entries.tsx';
import { Select } from '../fields/Choice.tsx';
import { PrinterField } from '../fields/PrinterField.tsx';
import { nameIn, titleOf } from '../titles.ts';
import { useFilling } from '../use-draft.ts';
import { useHallOptions } from './BoardsSection.tsx';

function CounterForm({ path }: { readonly path: Path }) {
  const reader = useManagerText();
  const { text } = reader;
  const profiles = useFilling().file.profiles.map((one) => ({
    value: one.id,
    label: titleOf('profiles', one, reader),
  }));
  return (
    <>
      <Card>
        <Select path={[...path, 'hall']} label={text('f_hall')} options={useHallOptions()} />
        <Select path={[...path, 'profile']} label={text('f_profile')} hint={text('h_profile')} options={profiles} />
      </Card>
      <Card hint={text('h_counterPrinter')}>
        <PrinterField path={path} isOptional />
      </Card>
    </>
  );
}

const COUNTERS: EntriesOf<'counters'> = {
  list: 'counters',
  asks: 'nothing',
  make: ({ counters, halls, profiles }) => ({
    id: freeNumber(counters.map(({ id }) => id)),
    hall: counters.at(-1)?.hall ?? halls[0]?.id ?? '',
    profile: counters.at(-1)?.profile ?? profiles[0]?.id ?? '',
    paperMm: 80,
  }),
  tellOf: ({ hall, profile }, file, reader) =>
    `${nameIn([file], 'halls', hall, reader)} · ${nameIn([file], 'profiles', profile, reader)}`,
  Form: CounterForm,
};

export const CountersSection = () => <Entries of={COUNTERS} />;
