import { type SubmitEvent, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import type { Language } from '../../domain/token.ts';
import { useHub } from '../use-hub.ts';
import { NewPin, type TypedPin, isTypedTwice, NO_PIN } from './NewPin.tsx';
import { peopleText } from './people-text.ts';
import styles from './people.module.css';
import { useSignIn } from './use-sign-in.ts';

/** Whoever sets the centre up makes their own account: there is none before, and no PIN that anybody else knows. */
export function FirstManagerForm({ language }: { readonly language: Language }) {
  const text = peopleText[language];
  const { isLive } = useHub();
  const { makeFirst, trouble, isAsking } = useSignIn('manager');
  const [name, setName] = useState('');
  const [pin, setPin] = useState<TypedPin>(NO_PIN);
  const [secondPin, setSecondPin] = useState<TypedPin>(NO_PIN);
  const isReady = name.trim() !== '' && isTypedTwice(pin) && isTypedTwice(secondPin);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isReady) void makeFirst({ name: name.trim(), pin: pin.once, secondPin: secondPin.once });
  };
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <TextField className={styles.field ?? ''} value={name} onChange={setName} maxLength={60} autoFocus>
        <Label>{text('firstName')}</Label>
        <Input autoComplete="off" />
      </TextField>
      <NewPin which="newPin" language={language} typed={pin} onChange={setPin} />
      <p>{text('secondPinMore')}</p>
      <NewPin which="secondPin" language={language} typed={secondPin} onChange={setSecondPin} />
      <p className={styles.trouble} role="alert">
        {trouble?.message[language]}
      </p>
      <Button type="submit" className={styles.go ?? ''} isDisabled={!isLive || isAsking || !isReady}>
        {text(isAsking ? 'asking' : 'firstGo')}
      </Button>
    </form>
  );
}
