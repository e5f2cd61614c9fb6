import { type SubmitEvent, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import { type Reason, reasonText } from '../../domain/reasons.ts';
import { useFirstTap } from '../../renderer/double-tap.ts';
import { useOperatorText } from '../operator-words.tsx';
import styles from './questions.module.css';
import looks from './reasons.module.css';
import { useDigitKeys } from './use-digit-keys.ts';

interface ReasonChoiceProps {
  readonly reasons: readonly Reason[];
  /** What is done with it. */
  readonly label: string;
  readonly choose: (reason: string) => void;
}

/** A reason by its digit, which answers at once, or in the operator's own words. */
export function ReasonChoice({ reasons, label, choose }: ReasonChoiceProps) {
  const { language, text } = useOperatorText();
  const [own, setOwn] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const isFirstTap = useFirstTap();
  const once = (reason: string) => {
    if (isFirstTap()) choose(reason);
  };
  useDigitKeys((digit) => {
    const reason = reasons[digit - 1];
    if (reason) once(reason);
    else if (digit === reasons.length + 1) field.current?.focus();
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (own.trim() !== '') once(own.trim());
  };
  return (
    <form className={looks.form} onSubmit={submit}>
      <p className={styles.legend}>{text('why')}</p>
      {reasons.map((reason, place) => (
        <Button
          key={reason}
          className={looks.reason ?? ''}
          autoFocus={place === 0}
          aria-keyshortcuts={String(place + 1)}
          onPress={() => once(reason)}
        >
          <span>{reasonText(reason, language)}</span>
          <kbd aria-hidden="true">{place + 1}</kbd>
        </Button>
      ))}
      <TextField className={looks.own ?? ''} type="text" value={own} onChange={setOwn} maxLength={200}>
        <Label>{text('otherReason')}</Label>
        <Input ref={field} autoComplete="off" dir="auto" />
        <kbd aria-hidden="true">{reasons.length + 1}</kbd>
      </TextField>
      <Button type="submit" className={styles.yes ?? ''} isDisabled={own.trim() === ''}>
        {label}
      </Button>
    </form>
  );
}
