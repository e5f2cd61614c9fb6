import { STAGE_PLACES, FILING, type StagePlace } from '../../../domain/journeys/journey.ts';
import { useManagerText } from '../../manager-words.tsx';
import { Card } from '../Card.tsx';
import { newId } from '../draft/new-id.ts';
import { type Path, valueAt } from '../draft/path.ts';
import { withStagePlace } from '../draft/stage-place.ts';
import { Entries, type EntriesOf } from '../entries/Entries.tsx';
import { PlainRadios } from '../fields/Choice.tsx';
import { WordsField } from '../fields/WordsField.tsx';
import { WordsList } from '../fields/WordsList.tsx';
import { useFilling } from '../use-draft.ts';

function StageForm({ path }: { readonly path: Path }) {
  const { text } = useManagerText();
  const { file, change } = useFilling();
  const { id, place } = valueAt(file, path) as { readonly id: string; readonly place: StagePlace };
  return (
    <>
      <Card {...(id === FILING ? { hint: text('h_filing') } : {})}>
        <WordsField path={[...path, 'name']} label={text('f_name')} />
        <PlainRadios
          label={text('f_place')}
          options={STAGE_PLACES.map((one) => ({
            value: one,
            label: text(`place_${one}`),
            hint: text(`h_place_${one}`),
          }))}
          value={place}
          onChange={(next) => change((before) => withStagePlace(before, id, next as StagePlace))}
        />
      </Card>
      <Card>
        <WordsList
          path={[...path, 'checks']}
          label={text('f_checks')}
          hint={text('h_checks')}
          one={text('one_check')}
          isOptional
        />
      </Card>
    </>
  );
}

const STAGES: EntriesOf<'stages'> = {
  list: 'stages',
  asks: 'words',
  make: ({ stages }, name) => ({
    id: newId(
      name.en,
      stages.map(({ id }) => id),
      'stage',
    ),
    place: 'counter',
    name,
  }),
  tellOf: ({ id, place }, { services }, { text }) =>
    text('tell_stage', {
      place: text(`place_${place}`),
      count: services.filter(({ journey }) => journey.some(({ stage }) => stage === id)).length,
    }),
  Form: StageForm,
};

export const StagesSection = () => <Entries of={STAGES} />;
