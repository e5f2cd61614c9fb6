import { Button } from 'react-aria-components/Button';
import type { WireError } from '../protocol/replies.ts';
import { useManagerText } from './manager-words.tsx';
import styles from './panel.module.css';

/** What stands where an answer would be: that it is asked for, or why there is none, with a way to ask again. */
export function AskTrouble({ error, again }: { readonly error: WireError | undefined; readonly again: () => void }) {
  const { language, text } = useManagerText();
  if (!error) return <p className={styles.empty}>{text('asking')}</p>;
  return (
    <div className={styles.trouble} role="alert">
      <p>{error.message[language]}</p>
      <Button className={styles.plain ?? ''} onPress={again}>
        {text('askAgain')}
      </Button>
    </div>
  );
}
