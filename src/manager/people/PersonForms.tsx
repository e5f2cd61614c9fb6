import { useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import form from '../../renderer/people/people.module.css';
import { isTypedTwice, NewPin, NO_PIN } from '../../renderer/people/NewPin.tsx';
import { useManagerText } from '../manager-words.tsx';
import { PeopleForm } from './PeopleForm.tsx';
import type { Person } from './PeopleTable.tsx';
import { RoleChoice } from './RoleChoice.tsx';
import type { SendPeople } from './use-people.ts';

export interface PersonProps {
  readonly person: Person;
  readonly close: () => void;
  readonly send: SendPeople;
}

export function ChangeForm({ person, close, send }: PersonProps) {
  const { text } = useManagerText();
  const [name, setName] = useState(person.name);
  const [role, setRole] = useState(person.role);
  const submit = () => send('changeStaff', { staffId: person.id, name: name.trim(), role });
  return (
    <PeopleForm go={text('peopleSave')} isWhole={name.trim() !== ''} submit={submit} close={close}>
      <TextField className={form.field ?? ''} value={name} onChange={setName} maxLength={60}>
        <Label>{text('peopleName')}</Label>
        <Input autoComplete="off" />
      </TextField>
      <RoleChoice role={role} choose={setRole} />
    </PeopleForm>
  );
}

export function NewPinForm({ person, close, send }: PersonProps) {
  const { language, text } = useManagerText();
  const [pin, setPin] = useState(NO_PIN);
  const [secondPin, setSecondPin] = useState(NO_PIN);
  const approves = person.role === 'supervisor' || person.role === 'manager';
  const isWhole = isTypedTwice(pin) && (!approves || isTypedTwice(secondPin));
  const submit = () =>
    send('setPin', { staffId: person.id, pin: pin.once, secondPin: approves ? secondPin.once : null });
  return (
    <PeopleForm go={text('peopleSave')} isWhole={isWhole} submit={submit} close={close}>
      <NewPin which="newPin" language={language} typed={pin} onChange={setPin} />
      {approves ? <NewPin which="secondPin" language={language} typed={secondPin} onChange={setSecondPin} /> : null}
    </PeopleForm>
  );
}

export function CardForm({ person, close, send }: PersonProps) {
  const { text } = useManagerText();
  const [card, setCard] = useState('');
  const submit = () => send('enrolCard', { name: person.name, card: card.trim(), staffId: person.id });
  return (
    <PeopleForm go={text('peopleCardGo')} isWhole={card.trim() !== ''} submit={submit} close={close}>
      <TextField className={form.field ?? ''} value={card} onChange={setCard} maxLength={64} autoFocus>
        <Label>{text('peopleCardMore')}</Label>
        <Input type="password" autoComplete="off" dir="ltr" />
      </TextField>
    </PeopleForm>
  );
}

export function RemoveForm({ person, close, send }: PersonProps) {
  const { text } = useManagerText();
  return (
    <PeopleForm
      go={text('peopleRemove')}
      isWhole
      submit={() => send('removeStaff', { staffId: person.id })}
      close={close}
    >
      <p>{text('peopleRemoveMore')}</p>
    </PeopleForm>
  );
}

export function UnlockForm({ person, close, send }: PersonProps) {
  const { text } = useManagerText();
  return (
    <PeopleForm
      go={text('peopleUnlock')}
      isWhole
      submit={() => send('unlockStaff', { staffId: person.id })}
      close={close}
    >
      <p>{text('peopleLocked')}</p>
    </PeopleForm>
  );
}
