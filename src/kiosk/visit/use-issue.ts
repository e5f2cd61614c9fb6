import { useState } from 'react';
import type { Language } from '../../domain/token.ts';
import type { WireError } from '../../protocol/replies.ts';
import { useHubClient } from '../../renderer/use-hub.ts';
import type { KioskPage } from '../kiosk-page.ts';
import type { Visit } from './visit.ts';

/** Taking a token: whether it is under way, why there was none, and doing it. */
export interface Issuing {
  readonly isSending: boolean;
  readonly trouble: WireError | undefined;
  readonly issue: (visit: Visit) => void;
}

/**
 * Sends the wish once: while it is under way a second tap does nothing. It lives above the pages, so that an answer
 * that comes after the hub was away for a while still finds its citizen.
 */
export function useIssue(
  language: Language,
  show: (page: KioskPage) => void,
): Issuing & { readonly forget: () => void } {
  const client = useHubClient();
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<WireError>();
  const issue = async ({ services, classes, cnic }: Visit): Promise<void> => {
    if (isSending) return;
    setSending(true);
    setTrouble(undefined);
    const wish = { serviceIds: services.map(({ id }) => id), classes: [...classes], language };
    const reply = await client.send('issue', cnic === undefined ? wish : { ...wish, cnic });
    setSending(false);
    if (reply.ok) show({ name: 'token', how: 'walkIn', result: reply.result });
    else setTrouble(reply.error);
  };
  return { isSending, trouble, issue: (visit) => void issue(visit), forget: () => setTrouble(undefined) };
}
