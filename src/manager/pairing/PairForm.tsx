import { type SubmitEvent, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import { DEVICE_KINDS, type DeviceKind } from '../../domain/people/device.ts';
import type { CentreView } from '../../protocol/views/views.ts';
import type { WireError } from '../../protocol/replies.ts';
import form from '../../renderer/people/people.module.css';
import { useManagerText } from '../manager-words.tsx';
import type { SendPeople } from '../people/use-people.ts';
import { Pick } from './Pick.tsx';
import { placesFor } from './places.ts';

const CODE_LENGTH = 6;

interface PairFormProps {
  readonly centre: CentreView;
  readonly send: SendPeople;
  readonly done: () => void;
}

/** A machine that shows a code becomes a device, once its words were compared. */
export function PairForm({ centre, send, done }: PairFormProps) {
  const { language, text } = useManagerText();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<DeviceKind>('kiosk');
  const [chosen, setPlace] = useState('');
  const [trouble, setTrouble] = useState<WireError | undefined>();
  const places = placesFor(kind, centre, language, text);
  const place = places.some(({ id }) => id === chosen) ? chosen : (places[0]?.id ?? '');
  const isWhole = code.replaceAll(/\s/g, '').length === CODE_LENGTH && name.trim() !== '';
  const pair = async () => {
    const reply = await send('pairDevice', { code, name: name.trim(), kind, place: place === '' ? null : place });
    setTrouble(reply.ok ? undefined : reply.error);
    if (reply.ok) done();
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isWhole) void pair();
  };
  return (
    <form className={form.form} onSubmit={onSubmit}>
      <TextField className={form.field ?? ''} value={code} onChange={setCode} maxLength={8} autoFocus>
        <Label>{text('pairingCode')}</Label>
        <Input inputMode="numeric" autoComplete="off" dir="ltr" />
      </TextField>
      <TextField className={form.field ?? ''} value={name} onChange={setName} maxLength={60}>
        <Label>{text('pairingName')}</Label>
        <Input autoComplete="off" />
      </TextField>
      <div className={form.pair}>
        <Pick
          label={text('pairingKind')}
          options={DEVICE_KINDS.map((id) => ({ id, name: text(`kind_${id}`) }))}
          chosen={kind}
          choose={(id) => setKind(id as DeviceKind)}
        />
        {places.length === 0 ? null : (
          <Pick label={text('pairingPlace')} options={places} chosen={place} choose={setPlace} />
        )}
      </div>
      <p className={form.trouble} role="alert">
        {trouble?.message[language]}
      </p>
      <Button type="submit" className={form.go ?? ''} isDisabled={!isWhole}>
        {text('pairingGo')}
      </Button>
    </form>
  );
}
