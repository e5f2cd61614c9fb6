import type { Language } from './token.ts';
import { inUrduDigits } from './urdu-digits.ts';
import type { WaitRange } from './wait-forecast/forecast-waits.ts';

/** A wait as people see it, in whole minutes. Open-ended: it may well take longer than the high end, or not be today. */
export interface ShownRange {
  readonly fromMinutes: number;
  readonly toMinutes: number;
  readonly isOpenEnded: boolean;
}

const MINUTE = 60_000;
const WIDEST_MINUTES = 60;

/** How exactly a wait that begins there is said: a long one is not known to the minute, and nobody believes it is. */
function stepFrom(minutes: number): number {
  if (minutes < 5) return 1;
  return minutes < 30 ? 5 : 10;
}

/** The last step at or before it. */
const stepDown = (minutes: number): number => Math.floor(minutes / stepFrom(minutes)) * stepFrom(minutes);

/** The first step at or after it. */
function stepUp(minutes: number): number {
  const low = stepDown(minutes);
  return low === minutes ? low : low + stepFrom(low);
}

/**
 * The range of a forecast as it is shown: from its p50 to its p90, rounded outward, so that it never promises more than
 * the forecast does. Steps are 1 min up to 5, 5 min up to 30, 10 min above; the high end is at least a step above the
 * low one, since "10 to 10" would be to the second. A longer forecast never shows less at either end.
 *
 * Null when the p50 is infinite: more likely than not it will not be called today, and no number is honest.
 *
 * A range wider than an hour tells nobody whether to sit down or come back. Its high end stands an hour above the low
 * one and it is open-ended: say "or longer" with it. That is also the case of an infinite p90, more than one in ten of
 * being called no more today: the low end holds, the high end is no promise.
 */
export function shownRange({ p50Ms, p90Ms }: WaitRange): ShownRange | null {
  // Written so that what is no number counts as endless, too.
  if (!(p50Ms < Infinity)) return null;
  const fromMinutes = stepDown(Math.max(0, p50Ms / MINUTE));
  const nextMinutes = fromMinutes + stepFrom(fromMinutes);
  const mostMinutes = stepUp(fromMinutes + WIDEST_MINUTES);
  const isOpenEnded = !(p90Ms <= mostMinutes * MINUTE);
  const toMinutes = isOpenEnded ? mostMinutes : Math.max(nextMinutes, stepUp(p90Ms / MINUTE));
  return { fromMinutes, toMinutes, isOpenEnded };
}

/** The words of a range: `15–25 min`, `up to 3 min`, `60–120 min or longer`; in Urdu with its digits. */
export function waitText({ fromMinutes, toMinutes, isOpenEnded }: ShownRange, language: Language): string {
  if (language === 'en') {
    const range = fromMinutes === 0 ? `up to ${toMinutes} min` : `${fromMinutes}–${toMinutes} min`;
    return isOpenEnded ? `${range} or longer` : range;
  }
  const [from, to] = [inUrduDigits(fromMinutes), inUrduDigits(toMinutes)];
  const range = fromMinutes === 0 ? `${to} منٹ تک` : `${from} تا ${to} منٹ`;
  return isOpenEnded ? `${range} یا زیادہ` : range;
}
