import { Plus } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Words } from '../../../domain/words.ts';
import { QuestionFrame } from '../../../renderer/QuestionFrame.tsx';
import { useManagerText } from '../../manager-words.tsx';
import { AddButton } from '../fields/AddButton.tsx';
import { PlainField } from '../fields/TextField.tsx';
import { PlainWords } from '../fields/WordsField.tsx';
import styles from './entries.module.css';

/** What a new entry is asked for: its name in both languages, an English word for its address, or nothing. */
export type Asks = 'words' | 'english' | 'nothing';

interface AddEntryProps {
  /** What one of them is called. */
  readonly one: string;
  readonly asks: Asks;
  readonly add: (name: Words) => void;
}

const NOTHING: Words = { en: '', ur: '' };

function NameQuestion({ one, asks, add }: AddEntryProps) {
  const { text } = useManagerText();
  const [words, setWords] = useState(NOTHING);
  const isReady = words.en.trim() !== '' && (asks === 'english' || words.ur.trim() !== '');
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isReady) add({ en: words.en.trim(), ur: words.ur.trim() });
  };
  return (
    <form className={styles.question} onSubmit={submit}>
      {asks === 'words' ? (
        <PlainWords label={text('f_name')} words={words} change={setWords} />
      ) : (
        <PlainField
          label={text('inEnglish', { what: text('f_name') })}
          lang="en"
          autoFocus
          value={words.en}
          onChange={(en) => setWords({ en, ur: '' })}
        />
      )}
      <Button type="submit" className={styles.go ?? ''} isDisabled={!isReady}>
        {text('addThis', { what: one })}
      </Button>
    </form>
  );
}

/** Adds an entry to a list. What it is called is asked first: its id is made of that, and never changes after. */
export function AddEntry({ one, asks, add }: AddEntryProps) {
  const { text } = useManagerText();
  const [isAsking, ask] = useState(false);
  const take = (name: Words) => {
    ask(false);
    add(name);
  };
  return (
    <>
      <AddButton onPress={() => (asks === 'nothing' ? add(NOTHING) : ask(true))}>
        <Plus aria-hidden="true" width="1em" height="1em" /> {text('addOne', { what: one })}
      </AddButton>
      <QuestionFrame title={text('addOne', { what: one })} isOpen={isAsking} close={() => ask(false)}>
        <NameQuestion one={one} asks={asks} add={take} />
      </QuestionFrame>
    </>
  );
}
