import { useManagerText } from '../../manager-words.tsx';
import { Card } from '../Card.tsx';
import { newId } from '../draft/new-id.ts';
import type { Path } from '../draft/path.ts';
import { Entries, type EntriesOf } from '../entries/Entries.tsx';
import { PlainWords } from '../fields/WordsField.tsx';
import { LevelsField } from './LevelsField.tsx';
import { useValue } from '../use-draft.ts';
import type { Words } from '../../../domain/words.ts';
import { FaultLine } from '../fields/FaultText.tsx';

/** A profile of a centre file that a person wrote may have no name yet. */
function NameField({ path }: { readonly path: Path }) {
  const { text } = useManagerText();
  const { value, set } = useValue<Words>([...path, 'name']);
  const en = useValue<string>([...path, 'name', 'en']);
  const ur = useValue<string>([...path, 'name', 'ur']);
  return (
    <>
      <PlainWords
        label={text('f_name')}
        words={value ?? { en: '', ur: '' }}
        change={(words) => set(words.en === '' && words.ur === '' ? undefined : words)}
        autoFocus={false}
      />
      <FaultLine fault={en.fault ?? ur.fault} />
    </>
  );
}

function ProfileForm({ path }: { readonly path: Path }) {
  return (
    <>
      <Card>
        <NameField path={path} />
      </Card>
      <LevelsField path={[...path, 'levels']} />
    </>
  );
}

const PROFILES: EntriesOf<'profiles'> = {
  list: 'profiles',
  asks: 'words',
  make: ({ profiles, services }, name) => ({
    id: newId(
      name.en,
      profiles.map(({ id }) => id),
      'profile',
    ),
    name,
    levels: [services.map(({ id }) => id)],
  }),
  copy: ({ profiles }, { id, name, levels }) => ({
    id: newId(
      id,
      profiles.map((one) => one.id),
      'profile',
    ),
    ...(name ? { name: { en: `${name.en} 2`, ur: `${name.ur} ۲` } } : {}),
    levels,
  }),
  tellOf: ({ id, levels }, { counters }, { text }) =>
    [
      text('tell_services', { count: levels.flat().length }),
      text('tell_counters', { count: counters.filter(({ profile }) => profile === id).length }),
    ].join(' · '),
  Form: ProfileForm,
};

export const ProfilesSection = () => <Entries of={PROFILES} />;
