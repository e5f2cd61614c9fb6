import type { ManagerView } from '../../protocol/views/views.ts';
import { useManagerText } from '../manager-words.tsx';
import styles from './devices.module.css';

type Voice = ManagerView['voices'][number];

const MOST_NAMED = 8;

interface LacksProps {
  readonly what: 'voiceLacks' | 'voiceUnsaid';
  readonly names: readonly string[];
  readonly voice: Voice;
}

function Lacks({ what, names, voice }: LacksProps) {
  const { text } = useManagerText();
  const spoken = text(`voice_${voice.language}`);
  return (
    <p>
      {text(what, { spoken, name: voice.name ?? '', count: names.length })}{' '}
      <bdi>{names.slice(0, MOST_NAMED).join(', ')}</bdi>
    </p>
  );
}

function Note({ voice }: { readonly voice: Voice }) {
  const { text } = useManagerText();
  const { language, name, missing, unsaid, trouble } = voice;
  const spoken = text(`voice_${language}`);
  if (trouble) return <p>{text('voiceBad', { spoken })}</p>;
  if (name === null) return <p>{text('voiceNone', { spoken })}</p>;
  return (
    <>
      {missing.length > 0 ? <Lacks what="voiceLacks" names={missing} voice={voice} /> : null}
      {unsaid.length > 0 ? <Lacks what="voiceUnsaid" names={unsaid} voice={voice} /> : null}
    </>
  );
}

/** Voices that cannot say every call, or every name that a kiosk shows; nothing while all can. */
export function VoiceNotes({ voices }: { readonly voices: readonly Voice[] }) {
  const lacking = voices.filter(({ missing, unsaid }) => missing.length + unsaid.length > 0);
  if (lacking.length === 0) return null;
  return (
    <div className={styles.voices} role="status">
      {lacking.map((voice) => (
        <Note key={voice.language} voice={voice} />
      ))}
    </div>
  );
}
