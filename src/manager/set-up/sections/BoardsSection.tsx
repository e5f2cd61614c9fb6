import { SPEECH_LANGUAGES, type SpeechLanguage } from '../../../domain/speech-language.ts';
import { useManagerText } from '../../manager-words.tsx';
import { Card } from '../Card.tsx';
import { newId } from '../draft/new-id.ts';
import { isUnder, type Path, valueAt } from '../draft/path.ts';
import type { Entry } from '../draft/entries.ts';
import { Entries, type EntriesOf } from '../entries/Entries.tsx';
import { Checks, PlainCheck } from '../fields/Check.tsx';
import { Select } from '../fields/Choice.tsx';
import { FaultLine } from '../fields/FaultText.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { TimeField } from '../fields/TextField.tsx';
import { nameIn, titleOf } from '../titles.ts';
import { useFilling, useValue } from '../use-draft.ts';

type FormProps = { readonly path: Path };

/** The halls to choose from. */
export function useHallOptions() {
  const reader = useManagerText();
  return useFilling().file.halls.map((hall) => ({ value: hall.id, label: titleOf('halls', hall, reader) }));
}

function NightField({ path }: FormProps) {
  const { text } = useManagerText();
  const { value, set } = useValue<readonly [string, string]>([...path, 'night']);
  return (
    <>
      <PlainCheck isOn={value !== undefined} onChange={(isOn) => set(isOn ? ['20:30', '06:30'] : undefined)}>
        {text('f_night')}
        <small>{text('h_night')}</small>
      </PlainCheck>
      {value === undefined ? null : (
        <>
          <TimeField path={[...path, 'night', 0]} label={text('nightFrom')} />
          <TimeField path={[...path, 'night', 1]} label={text('nightTo')} />
        </>
      )}
    </>
  );
}

/** The counters of its hall to choose from, and whatever was chosen before: it can be taken off. */
function ZoneField({ path, hall }: FormProps & { readonly hall: string }) {
  const reader = useManagerText();
  const { text } = reader;
  const { file, faults } = useFilling();
  const zone = useValue<readonly number[]>([...path, 'counters']);
  const chosen = zone.value ?? [];
  const inHall = file.counters.filter((one) => one.hall === hall).map(({ id }) => id);
  return (
    <>
      <Checks
        label={text('f_boardCounters')}
        hint={text('h_boardCounters')}
        options={[...new Set([...inHall, ...chosen])].map((id) => ({
          value: id,
          label: titleOf('counters', { id }, reader),
        }))}
        chosen={chosen}
        onChange={(next) => zone.set(next.toSorted((a, b) => a - b))}
      />
      <FaultLine fault={faults.find((one) => isUnder(one.path, [...path, 'counters']))} />
    </>
  );
}

function BoardForm({ path }: FormProps) {
  const { text } = useManagerText();
  const board = valueAt(useFilling().file, path) as Entry<'boards'>;
  const speaks = useValue<readonly SpeechLanguage[]>([...path, 'speaks']);
  return (
    <>
      <Card hint={text('boardAddress', { address: `/counter-display/?board=${board.id}` })}>
        <Select path={[...path, 'hall']} label={text('f_hall')} options={useHallOptions()} />
        <ZoneField path={path} hall={board.hall} />
      </Card>
      <Card>
        <Checks
          label={text('f_speaks')}
          hint={text('h_speaks')}
          options={SPEECH_LANGUAGES.map((one) => ({ value: one, label: text(`voice_${one}`) }))}
          chosen={speaks.value ?? []}
          onChange={speaks.set}
        />
        <NumberField path={[...path, 'volumePercent']} label={text('f_volumePercent')} unit={text('unit_percent')} />
        <NightField path={path} />
      </Card>
    </>
  );
}

const BOARDS: EntriesOf<'boards'> = {
  list: 'boards',
  asks: 'english',
  make: ({ boards, halls }, name) => ({
    id: newId(
      name.en,
      boards.map(({ id }) => id),
      'board',
    ),
    hall: halls[0]?.id ?? '',
    counters: [],
    speaks: [...SPEECH_LANGUAGES],
    volumePercent: 80,
  }),
  tellOf: ({ hall, counters }, file, reader) =>
    [
      nameIn([file], 'halls', hall, reader),
      counters.length === 0 ? reader.text('allCounters') : reader.text('tell_counters', { count: counters.length }),
    ].join(' · '),
  Form: BoardForm,
};

export const BoardsSection = () => <Entries of={BOARDS} />;
