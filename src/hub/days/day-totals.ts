import type { z } from 'zod';
import type { dayTotals } from '../../protocol/api/api-schemas.ts';
import type { DayCount } from '../../store/integrations/day-reads.ts';

export type DayTotals = z.infer<typeof dayTotals>;

const SUMMED = ['issued', 'appointments', 'done', 'noShow', 'left', 'open'] as const;

/** Counts of services together, with the mean of their waits. */
export function totalsOf(counts: readonly DayCount[]): DayTotals {
  const sum = (field: keyof DayCount) => counts.reduce((total, count) => total + Number(count[field]), 0);
  const called = sum('called');
  const totals = Object.fromEntries(SUMMED.map((field) => [field, sum(field)])) as Omit<DayTotals, 'meanWaitMs'>;
  return { ...totals, meanWaitMs: called === 0 ? null : Math.round(sum('waitedMs') / called) };
}

export const byService = (counts: readonly DayCount[]) =>
  counts.map((count) => ({ serviceId: count.serviceId, ...totalsOf([count]) }));
