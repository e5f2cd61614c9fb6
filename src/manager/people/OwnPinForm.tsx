import { useState } from 'react';
import { useHubClient } from '../../renderer/use-hub.ts';
import { isTypedTwice, NewPin, NO_PIN } from '../../renderer/people/NewPin.tsx';
import { PinField } from '../../renderer/people/PinField.tsx';
import { useManagerText } from '../manager-words.tsx';
import { PeopleForm } from './PeopleForm.tsx';

/** Whoever is signed in takes other PINs; without a new second one the old one stays. */
export function OwnPinForm({ close }: { readonly close: () => void }) {
  const { language, text } = useManagerText();
  const client = useHubClient();
  const [now, setNow] = useState('');
  const [pin, setPin] = useState(NO_PIN);
  const [secondPin, setSecondPin] = useState(NO_PIN);
  const newSecondPin = secondPin.once === '' ? null : secondPin.once;
  const isWhole = now !== '' && isTypedTwice(pin) && (newSecondPin === null || isTypedTwice(secondPin));
  const submit = () => client.ask({ name: 'changePin', payload: { pin: now, newPin: pin.once, newSecondPin } });
  return (
    <PeopleForm go={text('peopleSave')} isWhole={isWhole} submit={submit} close={close}>
      <PinField label={text('ownPinNow')} value={now} onChange={setNow} autoFocus />
      <NewPin which="newPin" language={language} typed={pin} onChange={setPin} />
      <p>{text('ownSecondPin')}</p>
      <NewPin which="secondPin" language={language} typed={secondPin} onChange={setSecondPin} />
    </PeopleForm>
  );
}
