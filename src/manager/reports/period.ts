import { addDays, weekday } from '../../domain/calendar/civil-date.ts';

export const PERIODS = ['day', 'week', 'month', 'span'] as const;
export type PeriodKind = (typeof PERIODS)[number];

/** The days that a report spans, both included. */
export interface Period {
  readonly kind: PeriodKind;
  readonly fromDay: string;
  readonly toDay: string;
}

const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`;
/** No month is longer than that many days after its first. */
const lastOfMonth = (day: string): string => addDays(firstOfMonth(addDays(firstOfMonth(day), 31)), -1);

/** The day, week (from Monday) or month in which a day lies; as a span that day alone. */
export function periodAt(kind: PeriodKind, day: string): Period {
  if (kind === 'week') {
    const fromDay = addDays(day, -weekday(day));
    return { kind, fromDay, toDay: addDays(fromDay, 6) };
  }
  if (kind === 'month') return { kind, fromDay: firstOfMonth(day), toDay: lastOfMonth(day) };
  return { kind, fromDay: day, toDay: day };
}

/** The period of the same kind before (−1) or after (1). A span moves by its own length. */
export function stepPeriod({ kind, fromDay, toDay }: Period, step: 1 | -1): Period {
  if (kind !== 'span') return periodAt(kind, step === 1 ? addDays(toDay, 1) : addDays(fromDay, -1));
  const length = (Date.parse(toDay) - Date.parse(fromDay)) / 86_400_000 + 1;
  return { kind, fromDay: addDays(fromDay, step * length), toDay: addDays(toDay, step * length) };
}
