import { useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import type { StaffRole } from '../../domain/people/role.ts';
import form from '../../renderer/people/people.module.css';
import { isTypedTwice, NewPin, NO_PIN } from '../../renderer/people/NewPin.tsx';
import { useManagerText } from '../manager-words.tsx';
import { PeopleForm } from './PeopleForm.tsx';
import type { PersonProps } from './PersonForms.tsx';
import { RoleChoice } from './RoleChoice.tsx';

const NOBODY = { name: '', role: 'operator' as StaffRole, pin: NO_PIN, secondPin: NO_PIN };

/** Somebody joins the staff. Who may approve needs a second PIN. */
export function AddForm({ close, send }: Omit<PersonProps, 'person'>) {
  const { language, text } = useManagerText();
  const [person, setPerson] = useState(NOBODY);
  const set = (change: Partial<typeof NOBODY>) => setPerson({ ...person, ...change });
  const { name, role, pin, secondPin } = person;
  const approves = role === 'supervisor' || role === 'manager';
  const isWhole = name.trim() !== '' && isTypedTwice(pin) && (!approves || isTypedTwice(secondPin));
  const submit = () =>
    send('addStaff', { name: name.trim(), role, pin: pin.once, secondPin: approves ? secondPin.once : null });
  return (
    <PeopleForm go={text('peopleAddGo')} isWhole={isWhole} submit={submit} close={close}>
      <p>{text('peopleAddMore')}</p>
      <TextField
        className={form.field ?? ''}
        value={name}
        onChange={(to) => set({ name: to })}
        maxLength={60}
        autoFocus
      >
        <Label>{text('peopleName')}</Label>
        <Input autoComplete="off" />
      </TextField>
      <RoleChoice role={role} choose={(to) => set({ role: to })} />
      <NewPin which="newPin" language={language} typed={pin} onChange={(to) => set({ pin: to })} />
      {approves ? (
        <NewPin which="secondPin" language={language} typed={secondPin} onChange={(to) => set({ secondPin: to })} />
      ) : null}
    </PeopleForm>
  );
}
