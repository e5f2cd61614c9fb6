import { weekday } from '../../calendar/civil-date.ts';
import { cell } from '../columns.ts';
import { type DayFacts, FACTS, STEP_ENDS } from '../day-facts.ts';
import { addUp } from './add-up.ts';
import type { JumpReason } from './figures.ts';
import { type Filter, filterOf } from './grouping.ts';

/** The waits of those who came on that day of the week (0 for Monday) and in that hour. */
export interface HeatCell {
  readonly weekday: number;
  readonly hour: number;
  readonly waits: number;
  readonly p50Ms: number;
}

/** The median wait by weekday and hour of arrival; cells in which nobody waited are left out. */
export function heatOf(days: readonly DayFacts[], filter: Filter): readonly HeatCell[] {
  const cells = [0, 1, 2, 3, 4, 5, 6].map((day) => {
    const ofDay = days.filter((facts) => weekday(facts.day) === day);
    return [...addUp(ofDay, 'hour', filter, 'tokens').groups].flatMap(([hour, sums]) => {
      const sorted = Int32Array.from(sums.waits).sort();
      const p50Ms = sorted[Math.ceil(sorted.length / 2) - 1];
      return p50Ms === undefined ? [] : [{ weekday: day, hour: Number(hour), waits: sorted.length, p50Ms }];
    });
  });
  return cells.flat();
}

/** Why tokens were called out of order, the most frequent reason first. */
export function jumpReasonsOf(days: readonly DayFacts[], filter: Filter): readonly JumpReason[] {
  const reasons = new Map<string, JumpReason>();
  for (const facts of days) {
    const { length, columns } = facts.tables.holds;
    const passes = filterOf(filter, facts, 'holds');
    for (let row = 0; row < length; row += 1) {
      if (cell(columns.isJump, row) === 0 || !passes?.(row)) continue;
      const reason = facts.words[cell(columns.reason, row)] ?? '';
      const { count, overtaken } = reasons.get(reason) ?? { count: 0, overtaken: 0 };
      reasons.set(reason, { reason, count: count + 1, overtaken: overtaken + cell(columns.overtaken, row) });
    }
  }
  return [...reasons.values()].toSorted((a, b) => b.count - a.count || a.reason.localeCompare(b.reason));
}

/** A stage of applications: how often it ended and how, how long it took, and what lies there now. */
export interface CaseStage {
  readonly stage: string;
  readonly ended: number;
  readonly sentBack: number;
  /** Ended after its due time. */
  readonly late: number;
  readonly tookP50S: number | null;
  readonly tookP90S: number | null;
  readonly open: number;
  readonly overdue: number;
}

type CaseSums = { ended: number; sentBack: number; late: number; open: number; overdue: number; took: number[] };

function addSteps(facts: DayFacts, filter: Filter, of: (stage: number) => CaseSums): void {
  const { length, columns } = facts.tables.steps;
  const passes = filterOf(filter, facts, 'steps');
  for (let row = 0; row < length; row += 1) {
    if (!passes?.(row)) continue;
    const sums = of(cell(columns.stage, row));
    sums.ended += 1;
    sums.sentBack += Number(STEP_ENDS[cell(columns.end, row)] === 'sentBack');
    sums.late += cell(columns.isOverdue, row);
    sums.took.push(cell(columns.tookS, row));
  }
}

function addOpen(facts: DayFacts, filter: Filter, of: (stage: number) => CaseSums): void {
  const { length, columns } = facts.tables.openCases;
  const passes = filterOf(filter, facts, 'openCases');
  for (let row = 0; row < length; row += 1) {
    if (!passes?.(row)) continue;
    const sums = of(cell(columns.stage, row));
    sums.open += cell(columns.open, row);
    sums.overdue += cell(columns.overdue, row);
  }
}

/** The stages of applications over those days; what is open is as of the end of the last of them. */
export function caseStagesOf(days: readonly DayFacts[], filter: Filter): readonly CaseStage[] {
  const stages = new Map<string, CaseSums>();
  const ofDay = (facts: DayFacts) => (stage: number) => {
    const name = facts.words[stage] ?? '';
    const sums = stages.get(name) ?? { ended: 0, sentBack: 0, late: 0, open: 0, overdue: 0, took: [] };
    stages.set(name, sums);
    return sums;
  };
  for (const facts of days) addSteps(facts, filter, ofDay(facts));
  const last = days.at(-1);
  if (last) addOpen(last, filter, ofDay(last));
  return [...stages].map(([stage, { took, ...sums }]) => {
    const sorted = Int32Array.from(took).sort();
    const at = (part: number) => sorted[Math.ceil(sorted.length * part) - 1] ?? null;
    return { stage, ...sums, tookP50S: at(0.5), tookP90S: at(0.9) };
  });
}

/** A stage of the hall: how many joined its line, were called from it for the first time, and were done with it. */
export interface FunnelStage {
  readonly stage: string;
  readonly joined: number;
  readonly waits: number;
  readonly completed: number;
}

/** How many come to each stage at a counter, and how many of them get through. */
export function funnelOf(days: readonly DayFacts[], filter: Filter): readonly FunnelStage[] {
  const { groups } = addUp(days, 'stage', filter, 'tokens');
  return [...groups].map(([stage, { joined, waits, completed }]) => ({
    stage,
    joined,
    waits: waits.length,
    completed,
  }));
}

/** What stands in a column of words over those days, in order of the alphabet. */
export function valuesOf(
  days: readonly DayFacts[],
  column: keyof (typeof FACTS)['holds'] & ('operator' | 'classes'),
): readonly string[] {
  const values = new Set<string>();
  for (const { words, tables } of days) {
    const codes = new Set(tables.holds.columns[column]);
    for (const code of codes) values.add(words[code] ?? '');
  }
  return [...values].toSorted((a, b) => a.localeCompare(b));
}
