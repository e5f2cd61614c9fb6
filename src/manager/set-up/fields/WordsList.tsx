import { Plus } from 'lucide-react';
import type { Words } from '../../../domain/words.ts';
import { said } from '../../../renderer/text.ts';
import { useManagerText } from '../../manager-words.tsx';
import { moved } from '../draft/entries.ts';
import type { Path } from '../draft/path.ts';
import { useValue } from '../use-draft.ts';
import { AddButton } from './AddButton.tsx';
import styles from './fields.module.css';
import { RowButtons } from './RowButtons.tsx';
import { TextField } from './TextField.tsx';

interface WordsListProps {
  readonly path: Path;
  readonly label: string;
  readonly hint: string;
  /** What one of them is called. */
  readonly one: string;
  /** Whether an empty list is left out of the file. */
  readonly isOptional?: boolean;
}

/** Texts in both languages, one under the other: papers, checks, lines of the ticker. */
export function WordsList({ path, label, hint, one, isOptional = false }: WordsListProps) {
  const { language, text } = useManagerText();
  const { value: list = [], set } = useValue<readonly Words[]>(path);
  const put = (next: readonly Words[]) => set(next.length === 0 && isOptional ? undefined : next);
  return (
    <fieldset className={styles.list}>
      <legend>{label}</legend>
      <p className={styles.hint}>{hint}</p>
      {list.map((words, place) => {
        const name = said(words, language) || `${one} ${place + 1}`;
        return (
          <div key={place} className={styles.listRow}>
            <TextField path={[...path, place, 'en']} label={text('inEnglish', { what: one })} lang="en" />
            <TextField path={[...path, place, 'ur']} label={text('inUrdu', { what: one })} lang="ur" />
            <RowButtons
              name={name}
              place={place}
              count={list.length}
              move={(by) => put(moved(list, place, by))}
              remove={() => put(list.toSpliced(place, 1))}
            />
          </div>
        );
      })}
      <AddButton onPress={() => put([...list, { en: '', ur: '' }])}>
        <Plus aria-hidden="true" width="1em" height="1em" /> {text('addOne', { what: one.toLowerCase() })}
      </AddButton>
    </fieldset>
  );
}
