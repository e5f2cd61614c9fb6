import type { Language } from '../../domain/token.ts';
import { peopleText } from './people-text.ts';
import { PinField } from './PinField.tsx';
import styles from './people.module.css';

/** A new PIN as it is typed: once, and once again. */
export interface TypedPin {
  readonly once: string;
  readonly again: string;
}

export const NO_PIN: TypedPin = { once: '', again: '' };

export const isTypedTwice = ({ once, again }: TypedPin): boolean => once !== '' && once === again;

interface NewPinProps {
  readonly which: 'newPin' | 'secondPin';
  readonly language: Language;
  readonly typed: TypedPin;
  readonly onChange: (typed: TypedPin) => void;
}

/** A new PIN, typed twice since nobody sees it. */
export function NewPin({ which, language, typed, onChange }: NewPinProps) {
  const text = peopleText[language];
  const isUnlike = !typed.once.startsWith(typed.again);
  return (
    <>
      <div className={styles.pair}>
        <PinField label={text(which)} value={typed.once} onChange={(once) => onChange({ ...typed, once })} />
        <PinField
          label={text(`${which}Again`)}
          value={typed.again}
          onChange={(again) => onChange({ ...typed, again })}
        />
      </div>
      {isUnlike ? (
        <p className={styles.trouble} role="alert">
          {text('notAlike')}
        </p>
      ) : null}
    </>
  );
}
