import type { CentreView, TokenView } from '../protocol/views/views.ts';
import type { Followed } from './followed.ts';

/** What the page knows: an answer, a key that leads to nothing (any more), or that the hub was not heard. */
export type News =
  | { readonly kind: 'token'; readonly followed: Followed }
  | { readonly kind: 'unknownKey' }
  | { readonly kind: 'lost' };

const SHOWN_MS = 5_000;
const HIDDEN_MS = 15_000;
/** With these two a hub that falls silent is told of within 8 s, and one that is back within 2 s. */
const TIMEOUT_MS = 3_000;
const LOST_MS = 2_000;
/** The hub speaks every four seconds: one that is silent for longer is asked. */
const SILENCE_MS = 6_000;

async function ask(key: string): Promise<News> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const answer = await fetch(`/api/tokens/${key}`, { cache: 'no-store', signal: abort.signal });
    if (answer.status === 404) return { kind: 'unknownKey' };
    if (!answer.ok) return { kind: 'lost' };
    return { kind: 'token', followed: (await answer.json()) as Followed };
  } catch {
    return { kind: 'lost' };
  } finally {
    clearTimeout(timer);
  }
}

function restOf({ kind }: News): number {
  if (document.hidden) return HIDDEN_MS;
  return kind === 'lost' ? LOST_MS : SHOWN_MS;
}

/** Asks for a token again and again; gives a way to ask at once. */
function poll(key: string, tell: (news: News) => void, isNeeded: () => boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  async function turn(): Promise<void> {
    if (isAsking || !isNeeded()) return;
    isAsking = true;
    clearTimeout(timer);
    const news = await ask(key);
    isAsking = false;
    timer = setTimeout(() => void turn(), restOf(news));
    // What the hub has told by itself meanwhile is newer.
    if (isNeeded()) tell(news);
  }
  return () => void turn();
}

/**
 * Follows a token: the hub tells what is new (server-sent events), and while it is not heard that way it is asked again
 * and again, at once when the page comes to the front or the network comes back.
 */
export function followToken(key: string, tell: (news: News) => void): void {
  let isOpen = false;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const hear = (isHeard: boolean): void => {
    isOpen = isHeard;
    clearTimeout(silence);
    if (isHeard) silence = setTimeout(() => hear(false), SILENCE_MS);
    else turn();
  };
  let centre: CentreView | undefined;
  const turn = poll(key, tell, () => !isOpen);
  const events = new EventSource(`/api/tokens/${key}/events`);
  events.addEventListener('centre', ({ data }: MessageEvent<string>) => {
    centre = JSON.parse(data) as CentreView;
  });
  events.addEventListener('token', ({ data }: MessageEvent<string>) => {
    if (!centre) return;
    hear(true);
    tell({ kind: 'token', followed: { centre, token: JSON.parse(data) as TokenView } });
  });
  events.addEventListener('pulse', () => hear(true));
  events.addEventListener('gone', () => {
    clearTimeout(silence);
    events.close();
    tell({ kind: 'unknownKey' });
  });
  events.addEventListener('error', () => hear(false));
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) turn();
  });
  addEventListener('online', turn);
  turn();
}
