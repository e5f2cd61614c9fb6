import type { SpeechLanguage } from '../domain/speech-language.ts';

/** A call that has not been announced; `at` is when it was made, epoch ms. */
export interface WaitingCall {
  readonly at: number;
}

/** No call is announced later than this after it was made, and an older one is not spoken. */
export const LATEST_MS = 10_000;
/** Kept free for calls that come while one is spoken. */
const RESERVE_MS = 3_000;
/** How long a call takes that is shown with the chime alone, and one that is spoken in one language. */
export const CHIMED_MS = 1_000;
export const SPOKEN_MS = 4_000;

/**
 * How the first of the waiting calls is announced (`waiting` in the order in which they were made): spoken, unless it
 * is old, or those behind it would then be late even if each of them only took the time of its chime.
 */
export function turnOf(waiting: readonly WaitingCall[], nowMs: number): 'speak' | 'chime' {
  const isOld = nowMs - (waiting[0]?.at ?? nowMs) > LATEST_MS;
  const areLate = waiting
    .slice(1)
    .some(({ at }, place) => nowMs + SPOKEN_MS + place * CHIMED_MS > at + LATEST_MS - RESERVE_MS);
  return isOld || areLate ? 'chime' : 'speak';
}

/** The languages of a call, in order: the token's own first where the board speaks it. */
export const languageOrder = (own: SpeechLanguage, speaks: readonly SpeechLanguage[]): readonly SpeechLanguage[] => [
  ...speaks.filter((language) => language === own),
  ...speaks.filter((language) => language !== own),
];
