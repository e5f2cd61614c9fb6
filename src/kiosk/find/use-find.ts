import { useState } from 'react';
import type { Language } from '../../domain/token.ts';
import { useHubClient } from '../../renderer/use-hub.ts';
import type { KioskPage } from '../kiosk-page.ts';
import { pageToTryAgain, sendWish, type Wish } from './wish.ts';

/** Looking for what a citizen has: whether that is under way, and doing it. */
export interface Finding {
  readonly isAsking: boolean;
  readonly find: (wish: Wish) => void;
}

/** Asks once at a time; every answer has its page. */
export function useFind(language: Language, show: (page: KioskPage) => void): Finding {
  const client = useHubClient();
  const [isAsking, setAsking] = useState(false);
  const find = async (wish: Wish): Promise<void> => {
    if (isAsking) return;
    setAsking(true);
    const reply = await sendWish(client, wish, language);
    setAsking(false);
    if (reply.ok) show({ name: 'token', how: wish.kind, result: reply.result });
    else show({ name: 'answer', error: reply.error, again: pageToTryAgain(wish) });
  };
  return { isAsking, find: (wish) => void find(wish) };
}
