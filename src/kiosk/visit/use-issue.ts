import { useState } from 'react';
import type { Language } from '../domain/token.ts';
import { useHubClient } from '../renderer/use-hub.ts';
import type { KioskPage } from './kiosk-page.ts';

/** Taking a token: whether it is under way, what went wrong, and doing it. */
export interface Issuing {
  readonly isSending: boolean;
  readonly trouble: string;
  readonly issue: (serviceId: string, classes: readonly string[]) => void;
}

/**
 * Sends the wish once: while it is under way a second tap does nothing. It lives above the pages, so that an answer
 * that comes after the hub was away for a while still finds its citizen.
 */
export function useIssue(language: Language, go: (page: KioskPage) => void): Issuing & { readonly forget: () => void } {
  const client = useHubClient();
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState('');
  const issue = async (serviceId: string, classes: readonly string[]): Promise<void> => {
    if (isSending) return;
    setSending(true);
    setTrouble('');
    const reply = await client.send('issue', { serviceIds: [serviceId], classes: [...classes], language });
    setSending(false);
    if (!reply.ok) return setTrouble(reply.error.message[language]);
    const { tokenId = 0, label = '', ahead = 0 } = reply.result;
    go({ name: 'token', serviceId, tokenId, label, ahead });
  };
  return {
    isSending,
    trouble,
    issue: (serviceId, classes) => void issue(serviceId, classes),
    forget: () => setTrouble(''),
  };
}
