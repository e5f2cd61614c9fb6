import type { ManagerView } from '../../protocol/views.ts';
import { useManagerText } from '../manager-words.tsx';
import styles from './devices.module.css';

type Voice = ManagerView['voices'][number];

function Note({ voice: { language, name, missing, trouble } }: { readonly voice: Voice }) {
  const { text } = useManagerText();
  const spoken = text(`voice_${language}`);
  if (trouble) return <p>{text('voiceBad', { spoken })}</p>;
  if (name === null) return <p>{text('voiceNone', { spoken })}</p>;
  return (
    <p>
      {text('voiceLacks', { spoken, name, count: missing.length })}{' '}
      <bdi dir="ltr">{missing.slice(0, 8).join(', ')}</bdi>
    </p>
  );
}

/** Voices that cannot say every call; nothing while all can. */
export function VoiceNotes({ voices }: { readonly voices: readonly Voice[] }) {
  const lacking = voices.filter(({ missing }) => missing.length > 0);
  if (lacking.length === 0) return null;
  return (
    <div className={styles.voices} role="status">
      {lacking.map((voice) => (
        <Note key={voice.language} voice={voice} />
      ))}
    </div>
  );
}
