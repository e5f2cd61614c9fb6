import { type Acknowledgement, type Alarm, isWorse, type Trouble } from './alarm.ts';

/** What is remembered between two looks: since when each trouble lasts, and when each seen alarm was last there. */
export interface Watch {
  readonly since: ReadonlyMap<string, number>;
  readonly there: ReadonlyMap<string, number>;
}

/** The watch of a hall that was never looked at. */
export const NEW_WATCH: Watch = { since: new Map(), there: new Map() };

/**
 * A seen alarm is over when it has been away for so long: a door that is opened twice is one alarm, and a hub that has
 * just started has not heard of every device yet.
 */
const OVER_MS = 60_000;

function alarmOf(one: Trouble, sinceAt: number, at: number, seen: Acknowledgement | undefined): Alarm | undefined {
  const lastedMs = at - sinceAt;
  if (lastedMs < one.afterMs) return undefined;
  const { key, kind, subject, detail, count } = one;
  const level = one.worsensMs !== null && lastedMs >= one.worsensMs ? 'urgent' : one.level;
  const isSeen = seen !== undefined && !isWorse(level, seen.level);
  return {
    key,
    kind,
    subject,
    detail,
    count,
    level,
    sinceAt,
    seen: isSeen ? { by: seen.by, at: seen.at } : null,
  };
}

/** The unseen before the seen, the urgent before the rest, what lasts longest first. */
const compare = (a: Alarm, b: Alarm): number =>
  Number(a.seen !== null) - Number(b.seen !== null) ||
  Number(isWorse(b.level, a.level)) - Number(isWorse(a.level, b.level)) ||
  a.sinceAt - b.sinceAt;

/**
 * Follows troubles from one look at the hall to the next: gives the alarms of this moment, the keys of acknowledgements
 * that are over, and what is to be remembered. `at` in epoch ms.
 */
export function watchAlarms(
  before: Watch,
  troubles: readonly Trouble[],
  acknowledged: readonly Acknowledgement[],
  at: number,
): { readonly watch: Watch; readonly alarms: readonly Alarm[]; readonly over: readonly string[] } {
  const seen = new Map(acknowledged.map((one) => [one.key, one]));
  // A clock that was set back makes nothing last longer than it has.
  const sinceOf = ({ key, sinceAt }: Trouble) => Math.min(sinceAt ?? before.since.get(key) ?? at, at);
  const since = new Map(troubles.map((one) => [one.key, sinceOf(one)]));
  const alarms = troubles.flatMap((one) => {
    const alarm = alarmOf(one, since.get(one.key) ?? at, at, seen.get(one.key));
    return alarm ? [alarm] : [];
  });
  const now = new Set(alarms.map(({ key }) => key));
  const there = new Map([...seen.keys()].map((key) => [key, now.has(key) ? at : (before.there.get(key) ?? at)]));
  const over = [...there].filter(([, thereAt]) => at - thereAt >= OVER_MS).map(([key]) => key);
  return { watch: { since, there }, alarms: alarms.toSorted(compare), over };
}
