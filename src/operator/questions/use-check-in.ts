import { useState } from 'react';
import type { Payload } from '../../protocol/commands.ts';
import type { Reply, Result } from '../../protocol/replies.ts';
import { useHub, useHubClient } from '../../renderer/use-hub.ts';
import { useOperatorText } from '../operator-words.tsx';
import { type Typed, whatWasTyped } from './what-was-typed.ts';

/** Signs of the booking code that belong to a phone number. */
export const CODE_END = 4;

/** Whose slip can be printed again: of the token itself, or of the citizen who has lost it. */
function slipOf(typed: Typed): Payload<'printSlip'> | undefined {
  if (typed.kind === 'label') return { by: { kind: 'label', label: typed.label } };
  return typed.kind === 'cnic' ? { by: { kind: 'cnic', cnic: typed.cnic } } : undefined;
}

function useCommand(typed: Typed, codeEnd: string) {
  const client = useHubClient();
  const { language } = useOperatorText();
  switch (typed.kind) {
    case 'code':
      return () => client.send('checkInBooking', { by: { kind: 'code', code: typed.code } });
    case 'cnic':
      return () => client.send('checkInBooking', { by: { kind: 'cnic', cnic: typed.cnic } });
    case 'phone':
      return codeEnd.length === CODE_END
        ? () => client.send('checkInBooking', { by: { kind: 'phone', phone: typed.phone, codeEnd } })
        : undefined;
    case 'label':
      return () => client.send('checkIn', { label: typed.label });
    case 'tracking':
      return () => client.send('collect', { trackingNumber: typed.trackingNumber, language });
    case 'wrongTracking':
    case 'nothing':
      return undefined;
  }
}

/** What is typed to let somebody in, what it is, and what the hub says to it. */
export function useCheckIn() {
  const { language } = useOperatorText();
  const client = useHubClient();
  const centre = useHub().views.centre;
  const [input, setInput] = useState('');
  const [codeEnd, setCodeEnd] = useState('');
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState('');
  const [result, setResult] = useState<Result | undefined>();
  const series = [...(centre?.services.map((service) => service.series) ?? []), centre?.paperSeries ?? ''];
  const typed = whatWasTyped(input, series);
  const command = useCommand(typed, codeEnd.trim());
  const type = (change: string | ((before: string) => string)) => {
    setTrouble('');
    setInput(change);
  };
  const slip = slipOf(typed);
  const run = (ask: () => Promise<Reply>) => {
    if (isSending) return;
    setSending(true);
    void ask().then((reply) => {
      setSending(false);
      if (reply.ok) setResult(reply.result);
      else setTrouble(reply.error.message[language]);
    });
  };
  return {
    input,
    type,
    codeEnd,
    setCodeEnd,
    typed,
    canSend: command !== undefined && !isSending,
    send: () => command && run(command),
    canPrint: slip !== undefined && !isSending,
    print: () => slip && run(() => client.send('printSlip', slip)),
    trouble,
    result,
  };
}
