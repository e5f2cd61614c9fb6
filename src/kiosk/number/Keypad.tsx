import { Delete } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useKioskText } from '../kiosk-words.tsx';
import type { NumberShape } from './number-page.ts';
import styles from './keypad.module.css';

const DIGITS = Array.from('1234567890');
const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const KEYS = { digits: DIGITS, signs: [...DIGITS, ...LETTERS, '-'] } as const;

interface KeypadProps {
  readonly keys: NumberShape['keys'];
  readonly press: (sign: string) => void;
  readonly remove: () => void;
  readonly isEmpty: boolean;
  /** What is typed is nobody else's business: no key that is touched is read aloud. */
  readonly isPrivate: boolean;
}

/** Keys to touch: left to right in every language, as on a telephone. */
export function Keypad({ keys, press, remove, isEmpty, isPrivate }: KeypadProps) {
  const { text } = useKioskText();
  return (
    <div
      className={styles[keys]}
      dir="ltr"
      role="group"
      aria-label={text('keys')}
      data-private={isPrivate || undefined}
    >
      {KEYS[keys].map((sign) => (
        <Button
          key={sign}
          className={`num ${styles.key} ${sign === '0' ? styles.zero : ''}`}
          onPress={() => press(sign)}
        >
          {sign}
        </Button>
      ))}
      <Button
        className={`${styles.key} ${styles.remove}`}
        aria-label={text('delete')}
        isDisabled={isEmpty}
        onPress={remove}
      >
        <Delete aria-hidden="true" width="1.1em" height="1.1em" />
      </Button>
    </div>
  );
}
