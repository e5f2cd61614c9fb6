import { SPEECH_LANGUAGES, type SpeechLanguage } from '../../../domain/speech-language.ts';
import { useManagerText } from '../../manager-words.tsx';
import { Card } from '../Card.tsx';
import { newId } from '../draft/new-id.ts';
import { type Path, valueAt } from '../draft/path.ts';
import type { Entry } from '../draft/entries.ts';
import { Entries, type EntriesOf } from '../entries/Entries.tsx';
import { Checks, PlainCheck } from '../fields/Check.tsx';
import { Select } from '../fields/Choice.tsx';
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

function BoardForm({ path }: FormProps) {
  const reader = useManagerText();
  const { text } = reader;
  const { file } = useFilling();
  const board = valueAt(file, path) as Entry<'boards'>;
  const speaks = useValue<readonly SpeechLanguage[]>([...path, 'speaks']);
  const zone = useValue<readonly number[]>([...path, 'counters']);
  const counters = file.counters.filter(({ hall }) => hall === board.hall);
  return (
    <>
      <Card hint={text('boardAddress', { address: `/counter-display/?board=${board.id}` })}>
        <Select path={[...path, 'hall']} label={text('f_hall')} options={useHallOptions()} />
        <Checks
          label={text('f_boardCounters')}
          hint={text('h_boardCounters')}
          options={counters.map((one) => ({ value: one.id, label: titleOf('counters', one, reader) }))}
          chosen={zone.value ?? []}
          onChange={(chosen) => zone.set(chosen.toSorted((a, b) => a - b))}
        />
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
