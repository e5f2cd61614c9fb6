import type { Followed } from './followed.ts';

/** What the page knows: an answer, a key that nobody was given, or that the hub was not heard. */
export type News =
  | { readonly kind: 'token'; readonly followed: Followed }
  | { readonly kind: 'unknownKey' }
  | { readonly kind: 'lost' };

const SHOWN_MS = 5_000;
const HIDDEN_MS = 15_000;
/** With these two a hub that falls silent is told of within 8 s, and one that is back within 2 s. */
const TIMEOUT_MS = 3_000;
const LOST_MS = 2_000;

async function ask(key: string): Promise<News> {
  try {
    const answer = await fetch(`/api/tokens/${key}`, { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (answer.status === 404) return { kind: 'unknownKey' };
    if (!answer.ok) return { kind: 'lost' };
    return { kind: 'token', followed: (await answer.json()) as Followed };
  } catch {
    return { kind: 'lost' };
  }
}

function restOf({ kind }: News): number {
  if (document.hidden) return HIDDEN_MS;
  return kind === 'lost' ? LOST_MS : SHOWN_MS;
}

/** Asks for a token again and again, at once when the page comes to the front or the network comes back. */
export function followToken(key: string, tell: (news: News) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  async function turn(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    clearTimeout(timer);
    const news = await ask(key);
    isAsking = false;
    timer = setTimeout(() => void turn(), restOf(news));
    tell(news);
  }
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void turn();
  });
  addEventListener('online', () => void turn());
  void turn();
}
