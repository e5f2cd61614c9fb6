import { useEffect, useState } from 'react';
import { ERROR_WORDS } from '../../protocol/error-codes.ts';
import type { WireError } from '../../protocol/replies.ts';
import type { StandbyState } from '../../protocol/standby/standby-page.ts';

const LOOK_MS = 1_000;

/** `hub`: what answers here is a hub by now. */
type Seen = StandbyState | 'hub' | 'away' | undefined;

async function look(): Promise<Seen> {
  const answer = await fetch('/api/standby').catch(() => undefined);
  if (!answer) return 'away';
  if (!answer.ok || !answer.headers.get('content-type')?.includes('json')) return 'hub';
  return ((await answer.json()) as { readonly value: StandbyState }).value;
}

/** How the standby of this machine stands, looked at every second. */
export function useStandby(): Seen {
  const [seen, set] = useState<Seen>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const again = async () => {
      set(await look());
      timer = setTimeout(() => void again(), LOOK_MS);
    };
    void again();
    return () => clearTimeout(timer);
  }, []);
  return seen;
}

/** Somebody has compared the words. */
export const tellWords = (): Promise<unknown> =>
  fetch('/api/standby', { method: 'POST', body: JSON.stringify({ wordsAreSame: true }) }).catch(() => undefined);

/** Lets it take over; the reason where it does not. */
export async function askTakeOver(staffId: number, secondPin: string): Promise<WireError | undefined> {
  try {
    const body = JSON.stringify({ staffId, secondPin, endsOther: true });
    const answer = await fetch('/api/standby', { method: 'POST', body });
    const reply = (await answer.json()) as { readonly ok: boolean; readonly error?: WireError };
    return reply.ok ? undefined : reply.error;
  } catch {
    return { code: 'noAnswer', message: ERROR_WORDS.noAnswer };
  }
}
