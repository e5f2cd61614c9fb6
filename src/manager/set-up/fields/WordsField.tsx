import type { Words } from '../../../domain/words.ts';
import { useManagerText } from '../../manager-words.tsx';
import type { Path } from '../draft/path.ts';
import styles from './fields.module.css';
import { PlainField, TextField } from './TextField.tsx';

interface WordsFieldProps {
  readonly path: Path;
  readonly label: string;
  readonly hint?: string;
}

/** A text in both languages of the hall, side by side: English on the left and Urdu on the right, as each is written. */
export function WordsField({ path, label, hint }: WordsFieldProps) {
  const { text } = useManagerText();
  return (
    <div className={styles.group}>
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
      <div className={styles.words}>
        <TextField path={[...path, 'en']} label={text('inEnglish', { what: label })} lang="en" />
        <TextField path={[...path, 'ur']} label={text('inUrdu', { what: label })} lang="ur" />
      </div>
    </div>
  );
}

/** The same for a text that is not in the file yet. */
export function PlainWords({
  label,
  words,
  change,
  autoFocus = true,
}: {
  readonly label: string;
  readonly words: Words;
  readonly change: (words: Words) => void;
  readonly autoFocus?: boolean;
}) {
  const { text } = useManagerText();
  return (
    <div className={styles.words}>
      <PlainField
        label={text('inEnglish', { what: label })}
        lang="en"
        autoFocus={autoFocus}
        value={words.en}
        onChange={(en) => change({ ...words, en })}
      />
      <PlainField
        label={text('inUrdu', { what: label })}
        lang="ur"
        value={words.ur}
        onChange={(ur) => change({ ...words, ur })}
      />
    </div>
  );
}
