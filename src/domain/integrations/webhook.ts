import type { TokenNews } from './token-news.ts';

/** An address that is told of tokens. Times in epoch ms. */
export interface Webhook {
  readonly id: number;
  readonly url: string;
  readonly events: readonly TokenNews[];
  readonly addedAt: number;
  readonly removedAt: number | null;
}

/** How the telling of an address goes. `failures` counts those in a row. */
export interface Telling {
  /** The last event that it has been told of, or that was nothing to it. */
  readonly seq: number;
  readonly deliveredAt: number | null;
  readonly failures: number;
  readonly failingSinceAt: number | null;
  readonly trouble: string | null;
  /** When the hub gave it up. */
  readonly deadAt: number | null;
}

/** An address that has answered nothing good for so long is given up until the manager says otherwise. */
export const DEAD_MS = 3 * 86_400_000;

/** After a failed try. */
export function afterFailure(telling: Telling, trouble: string, at: number): Telling {
  const failingSinceAt = telling.failingSinceAt ?? at;
  const deadAt = at - failingSinceAt >= DEAD_MS ? at : null;
  return { ...telling, failures: telling.failures + 1, failingSinceAt, trouble, deadAt };
}

/** After a try that came through, up to that event. */
export const afterDelivery = (seq: number, at: number): Telling => ({
  seq,
  deliveredAt: at,
  failures: 0,
  failingSinceAt: null,
  trouble: null,
  deadAt: null,
});

/** What a manager may have told of tokens: `http` or `https`, without a name and password in it, which logs would show. */
export function isWebhookUrl(text: string): boolean {
  if (text.length > 500 || !URL.canParse(text)) return false;
  const { protocol, username, password, hash } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '' && hash === '';
}
