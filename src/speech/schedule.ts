import type { SpeechLanguage } from '../domain/speech-language.ts';

/** A call that has not been announced; `at` is when it was made, epoch ms. */
export interface WaitingCall {
  readonly at: number;
}

/** No call is announced later than this after it was made, and an older one is not spoken. */
export const LATEST_MS = 10_000;
/** Kept free for calls that come while one is spoken. */
const RESERVE_MS = 3_000;
/** How long a call takes that is shown with the chime alone: the whole chime, and less where many wait behind it. */
export const CHIMED_MS = 1_000;
const LEAST_CHIMED_MS = 300;

/**
 * How the first of the waiting calls is announced (`waiting` in the order in which they were made): spoken, unless it
 * is old, or those behind it would then be late even if each of them only took the time of its chime. `spokenMs` is how
 * long it takes with its chime and its words in one language.
 */
export function turnOf(waiting: readonly WaitingCall[], nowMs: number, spokenMs: number): 'speak' | 'chime' {
  const isOld = nowMs - (waiting[0]?.at ?? nowMs) > LATEST_MS;
  const areLate = waiting
    .slice(1)
    .some(({ at }, place) => nowMs + spokenMs + place * CHIMED_MS > at + LATEST_MS - RESERVE_MS);
  return isOld || areLate ? 'chime' : 'speak';
}

/** How long the first of the waiting calls stands alone that is not spoken: so long that none behind it is late. */
export function chimedMs(waiting: readonly WaitingCall[], nowMs: number): number {
  const shares = waiting.slice(1).map(({ at }, place) => (at + LATEST_MS - nowMs) / (place + 1));
  return Math.max(LEAST_CHIMED_MS, Math.min(CHIMED_MS, ...shares));
}

/** The languages of a call, in order: the token's own first where the board speaks it. */
export const languageOrder = (own: SpeechLanguage, speaks: readonly SpeechLanguage[]): readonly SpeechLanguage[] => [
  ...speaks.filter((language) => language === own),
  ...speaks.filter((language) => language !== own),
];
