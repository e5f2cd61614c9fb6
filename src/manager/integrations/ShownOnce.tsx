import { useId } from 'react';
import { Button } from 'react-aria-components/Button';
import { useManagerText } from '../manager-words.tsx';
import panel from '../panel.module.css';
import styles from './integrations.module.css';

interface ShownOnceProps {
  readonly what: 'secretOfKey' | 'secretOfWebhook';
  readonly secret: string;
  readonly done: () => void;
}

/** A secret that is shown this once. A touch selects all of it, to be copied. */
export function ShownOnce({ what, secret, done }: ShownOnceProps) {
  const { text } = useManagerText();
  const id = useId();
  return (
    <div className={styles.secret} role="status">
      <label htmlFor={id}>{text(what)}</label>
      <input id={id} dir="ltr" readOnly value={secret} spellCheck={false} onFocus={({ target }) => target.select()} />
      <Button className={panel.plain ?? ''} onPress={done}>
        {text('secretDone')}
      </Button>
    </div>
  );
}
