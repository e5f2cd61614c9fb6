import type { DayFacts } from '../../domain/reports/day-facts.ts';
import { addUp, totalOf } from '../../domain/reports/figures/add-up.ts';
import { type Figures, figuresOf } from '../../domain/reports/figures/figures.ts';
import type { Filter, Grouping } from '../../domain/reports/figures/grouping.ts';
import { caseStagesOf, funnelOf, heatOf, jumpReasonsOf, valuesOf } from '../../domain/reports/figures/plots.ts';
import { MOST_ROWS, type ReportAnswer, type ReportQuestion } from '../../protocol/answers/report-answers.ts';

/** Groups that follow each other in time, or by number. */
const IN_ORDER: readonly Grouping[] = ['day', 'week', 'month', 'hour', 'counter'];
/** Most different reasons and operators that are listed. */
const MOST_LISTED = 200;

export interface ReportRow {
  readonly key: string;
  readonly figures: Figures;
}

/** The groups of a report: those of time and counters in their order, others with the most to do first. */
export function rowsOf(days: readonly DayFacts[], { groupBy, filter }: ReportQuestion): readonly ReportRow[] {
  const { groups, told } = addUp(days, groupBy, filter);
  const rows = [...groups].map(([key, sums]) => ({ key, figures: figuresOf(sums, told) }));
  const byKey = (a: ReportRow, b: ReportRow) => a.key.localeCompare(b.key, 'en', { numeric: true });
  const work = ({ figures: { joined, calls, openMs } }: ReportRow) => joined ?? calls ?? openMs ?? 0;
  return IN_ORDER.includes(groupBy) ? rows.toSorted(byKey) : rows.toSorted((a, b) => work(b) - work(a) || byKey(a, b));
}

/** Who came and whose visit ended, in each hour in which anything happened. */
export const hoursOf = (days: readonly DayFacts[], filter: Filter): ReportAnswer['byHour'] =>
  [...addUp(days, 'hour', filter, 'tokens').groups]
    .map(([hour, { tokens, served }]) => ({ hour: Number(hour), tokens, served }))
    .toSorted((a, b) => a.hour - b.hour);

/** The whole answer to a report's question. */
export function makeReport(days: readonly DayFacts[], question: ReportQuestion): ReportAnswer {
  const { filter } = question;
  const rows = rowsOf(days, question);
  return {
    days: new Set(days.map(({ day }) => day)).size,
    total: totalOf(days, filter),
    rows: rows.slice(0, MOST_ROWS),
    left: Math.max(0, rows.length - MOST_ROWS),
    byHour: hoursOf(days, filter),
    heat: [...heatOf(days, filter)],
    funnel: [...funnelOf(days, filter)],
    cases: [...caseStagesOf(days, filter)],
    jumps: jumpReasonsOf(days, filter).slice(0, MOST_LISTED),
    operators: valuesOf(days, 'operator').slice(0, MOST_LISTED),
    classes: valuesOf(days, 'classes').slice(0, MOST_LISTED),
  };
}
