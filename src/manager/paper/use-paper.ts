import { type Dispatch, type SetStateAction, useState } from 'react';
import { plainDigits } from '../../domain/person/cnic.ts';
import type { Payload } from '../../protocol/commands.ts';
import type { WireError } from '../../protocol/replies.ts';
import { useHubClient, useHubTime } from '../../renderer/use-hub.ts';
import { useCentre } from '../use-centre.ts';
import type { Entered } from './entered.ts';
import { lastTimeAt, readMinutes } from './read-time.ts';

export type EnteredState = readonly [readonly Entered[], Dispatch<SetStateAction<readonly Entered[]>>];

/** The form as it is typed. */
export interface PaperForm {
  readonly number: string;
  readonly time: string;
  readonly serviceId: string;
  readonly classes: readonly string[];
}

export type PaperField = 'number' | 'time' | 'form';

/** What is wrong, at the field that it belongs to: the form's own finding, or what the hub said. */
export interface PaperTrouble {
  readonly field: PaperField;
  readonly said: 'paperBadNumber' | 'paperBadTime' | WireError;
}

const FIELD_OF: Readonly<Record<string, PaperField>> = { paperUsed: 'number', paperTimeWrong: 'time' };

function readForm(form: PaperForm, now: number, timeZone: string): Payload<'enterPaper'> | PaperTrouble {
  const number = Number(plainDigits(form.number).trim());
  if (!Number.isInteger(number) || number < 1 || number > 999_999) return { field: 'number', said: 'paperBadNumber' };
  const minutes = readMinutes(form.time);
  if (minutes === undefined) return { field: 'time', said: 'paperBadTime' };
  const { serviceId, classes } = form;
  return { number, serviceId, classes: [...classes], cameAt: lastTimeAt(minutes, now, timeZone) };
}

/** The form of paper tokens: it keeps the service, and goes on to the next number when one is entered. */
export function usePaper([, setList]: EnteredState, entered: () => void) {
  const client = useHubClient();
  const { at } = useHubTime();
  const { centre, timeZone } = useCentre();
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<PaperTrouble | undefined>();
  const [form, setForm] = useState<PaperForm>({
    number: '1',
    time: '',
    serviceId: centre?.services[0]?.id ?? '',
    classes: [],
  });
  async function enter(payload: Payload<'enterPaper'>): Promise<void> {
    setSending(true);
    const reply = await client.send('enterPaper', payload);
    setSending(false);
    if (!reply.ok) return setTrouble({ field: FIELD_OF[reply.error.code] ?? 'form', said: reply.error });
    const { label = '', ahead = null } = reply.result;
    const { serviceId, classes, cameAt } = payload;
    setList((before) => [{ label, serviceId, classes, cameAt, ahead }, ...before]);
    setForm((before) => ({ ...before, number: String(payload.number + 1), classes: [] }));
    entered();
  }
  return {
    form,
    isSending,
    trouble,
    change: (change: Partial<PaperForm>) => setForm((before) => ({ ...before, ...change })),
    submit(): void {
      if (isSending) return;
      const read = readForm(form, at, timeZone);
      setTrouble('field' in read ? read : undefined);
      if (!('field' in read)) void enter(read);
    },
  };
}

export type Paper = ReturnType<typeof usePaper>;
