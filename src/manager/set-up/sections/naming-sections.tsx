import type { ComponentType } from 'react';
import { useManagerText } from '../../manager-words.tsx';
import { Card } from '../Card.tsx';
import { newId } from '../draft/new-id.ts';
import type { Path } from '../draft/path.ts';
import { Entries, type EntriesOf } from '../entries/Entries.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { PictogramField } from '../fields/PictogramField.tsx';
import { WordsField } from '../fields/WordsField.tsx';
import { useValue } from '../use-draft.ts';

type FormProps = { readonly path: Path };

/** A form of a name and a picture, with what else there is. */
const named = (hint: 'h_groupName' | 'h_className', Rest?: ComponentType<FormProps>) =>
  function NamedForm({ path }: FormProps) {
    const { text } = useManagerText();
    return (
      <Card>
        <WordsField path={[...path, 'name']} label={text('f_name')} hint={text(hint)} />
        <PictogramField path={[...path, 'pictogram']} />
        {Rest ? <Rest path={path} /> : null}
      </Card>
    );
  };

const EXAMPLE_MINUTES = 30;

/** The part of the promised wait that a class is promised, said as minutes too. */
function ShareField({ path }: FormProps) {
  const { text } = useManagerText();
  const { value } = useValue<number>([...path, 'targetShare']);
  const share = typeof value === 'number' && value > 0 && value <= 1 ? value : 1;
  return (
    <NumberField
      path={[...path, 'targetShare']}
      label={text('f_targetShare')}
      hint={text('h_targetShare', { most: Math.round(share * EXAMPLE_MINUTES), of: EXAMPLE_MINUTES })}
      unit={text('unit_percent')}
      scale={100}
    />
  );
}

const GROUPS: EntriesOf<'groups'> = {
  list: 'groups',
  asks: 'words',
  make: ({ groups }, name) => ({
    id: newId(
      name.en,
      groups.map(({ id }) => id),
      'group',
    ),
    name,
    pictogram: 'document',
  }),
  tellOf: ({ id }, { services }, { text }) =>
    text('tell_services', { count: services.filter(({ group }) => group === id).length }),
  pictogramOf: ({ pictogram }) => pictogram,
  Form: named('h_groupName'),
};
export const GroupsSection = () => <Entries of={GROUPS} />;

const CLASSES: EntriesOf<'classes'> = {
  list: 'classes',
  asks: 'words',
  make: ({ classes }, name) => ({
    id: newId(
      name.en,
      classes.map(({ id }) => id),
      'class',
    ),
    name,
    pictogram: 'elder',
    targetShare: 0.5,
  }),
  tellOf: ({ targetShare }, _, { text }) =>
    text('tell_class', { most: Math.round(targetShare * EXAMPLE_MINUTES), of: EXAMPLE_MINUTES }),
  pictogramOf: ({ pictogram }) => pictogram,
  Form: named('h_className', ShareField),
};
export const ClassesSection = () => <Entries of={CLASSES} />;

function HallForm({ path }: FormProps) {
  const { text } = useManagerText();
  return (
    <Card>
      <WordsField path={[...path, 'name']} label={text('f_name')} hint={text('h_hallName')} />
    </Card>
  );
}

const HALLS: EntriesOf<'halls'> = {
  list: 'halls',
  asks: 'words',
  make: ({ halls }, name) => ({
    id: newId(
      name.en,
      halls.map(({ id }) => id),
      'hall',
    ),
    name,
  }),
  tellOf: ({ id }, { counters, kiosks }, { text }) =>
    text('tell_hall', {
      counters: counters.filter(({ hall }) => hall === id).length,
      kiosks: kiosks.filter(({ hall }) => hall === id).length,
    }),
  Form: HallForm,
};
export const HallsSection = () => <Entries of={HALLS} />;
