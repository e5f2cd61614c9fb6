import { FACES } from '../../feedback.ts';
import { cell } from '../columns.ts';
import { type DayFacts, type FactName, hourAt, MOVES, OUTCOMES, type Outcome, PHASES } from '../day-facts.ts';
import { type Figures, figuresOf, noSums, type Sums, type Told } from './figures.ts';
import { type Filter, filterOf, type Grouping, type Keys, keysOf } from './grouping.ts';

const HOUR_MS = 3_600_000;
const codeOf = (outcome: Outcome): number => OUTCOMES.indexOf(outcome);
const OPEN = codeOf('open');
const [DONE, SKIPPED, PARKED, NO_SHOW, TRANSFERRED] = [
  codeOf('done'),
  codeOf('skipped'),
  codeOf('parked'),
  codeOf('noShow'),
  codeOf('transferred'),
];

type Test = (row: number) => boolean;

/** Gives the sums of a row's group. */
type SumsOf = (row: number) => Sums;

interface Pass {
  readonly facts: DayFacts;
  /** The sums of a key. */
  readonly groupOf: (key: string) => Sums;
  /** The sums of each row of a table; undefined when the table cannot be told of the groups. */
  readonly sumsBy: (table: FactName, hourColumn?: string) => SumsOf | undefined;
  readonly test: (table: FactName) => Test | undefined;
}

/** Calls `add` for each row of a table that passes; false when the table cannot be told of the groups. */
function eachRow(pass: Pass, table: FactName, add: (sums: Sums, row: number) => void): boolean {
  const sumsOf = pass.sumsBy(table);
  const test = pass.test(table);
  if (!sumsOf || !test) return false;
  const { length } = pass.facts.tables[table];
  for (let row = 0; row < length; row += 1) if (test(row)) add(sumsOf(row), row);
  return true;
}

function addArrivals(pass: Pass): boolean {
  const { isNew } = pass.facts.tables.arrivals.columns;
  return eachRow(pass, 'arrivals', (sums, row) => {
    sums.joined += 1;
    sums.tokens += cell(isNew, row);
  });
}

function addOutcome(sums: Sums, outcome: number): void {
  if (outcome === DONE || outcome === SKIPPED) sums.completed += 1;
  else if (outcome === PARKED) sums.parks += 1;
  else if (outcome === NO_SHOW) sums.noShows += 1;
  else if (outcome === TRANSFERRED) sums.transfers += 1;
}

function addForecast(sums: Sums, waited: number, p50Ms: number, p90Ms: number): void {
  if (p50Ms < 0) return;
  sums.forecasts += 1;
  sums.absErrorMs += Math.abs(p50Ms - waited);
  sums.errorMs += p50Ms - waited;
  if (waited > p90Ms) sums.beyond += 1;
}

/** A wait counts in the hour in which its citizen came, all else of a call in the hour in which it happened. */
function addWaits({ facts, sumsBy }: Pass, test: Test): void {
  const { length, columns } = facts.tables.holds;
  const { waitedMs, targetMs, p50Ms, p90Ms } = columns;
  const sumsOf = sumsBy('holds', 'cameHour');
  if (!sumsOf) return;
  for (let row = 0; row < length; row += 1) {
    const waited = cell(waitedMs, row);
    if (waited < 0 || !test(row)) continue;
    const sums = sumsOf(row);
    sums.waits.push(waited);
    if (waited <= cell(targetMs, row)) sums.inTarget += 1;
    addForecast(sums, waited, cell(p50Ms, row), cell(p90Ms, row));
  }
}

function addEnds({ facts, sumsBy }: Pass, test: Test): void {
  const { length, columns } = facts.tables.holds;
  const { outcome, endsVisit } = columns;
  const sumsOf = sumsBy('holds', 'endHour');
  if (!sumsOf) return;
  for (let row = 0; row < length; row += 1) {
    if (cell(outcome, row) === OPEN || !test(row)) continue;
    const sums = sumsOf(row);
    addOutcome(sums, cell(outcome, row));
    sums.served += cell(endsVisit, row);
  }
}

function addHolds(pass: Pass): boolean {
  const { servedMs, isJump, overtaken } = pass.facts.tables.holds.columns;
  const test = pass.test('holds');
  if (!test) return false;
  addWaits(pass, test);
  addEnds(pass, test);
  return eachRow(pass, 'holds', (sums, row) => {
    const served = cell(servedMs, row);
    sums.calls += 1;
    if (served >= 0) sums.serves.push(served);
    sums.jumps += cell(isJump, row);
    sums.overtaken += cell(overtaken, row);
  });
}

function addMoves(pass: Pass): boolean {
  const { move } = pass.facts.tables.moves.columns;
  return eachRow(pass, 'moves', (sums, row) => {
    const name = MOVES[cell(move, row)] ?? 'left';
    sums[name === 'requeued' ? 'requeues' : name] += 1;
  });
}

function addSpan(sums: Sums, phase: number, ms: number): void {
  const name = PHASES[phase];
  if (name === 'onBreak') sums.breakMs += ms;
  else sums.openMs += ms;
  if (name === 'idle') sums.idleMs += ms;
  if (name === 'serving') sums.servingMs += ms;
}

/** A span that lies in several hours counts in each for its part. */
function addSpansByHour({ facts, groupOf, test }: Pass): boolean {
  const { length, columns } = facts.tables.spans;
  const { phase, fromMs, toMs } = columns;
  const passes = test('spans');
  if (!passes) return false;
  const startMs = facts.startMinute * 60_000;
  for (let row = 0; row < length; row += 1) {
    if (!passes(row)) continue;
    const to = cell(toMs, row);
    for (let from = cell(fromMs, row); from < to;) {
      const next = Math.min(to, (Math.floor((startMs + from) / HOUR_MS) + 1) * HOUR_MS - startMs);
      addSpan(groupOf(String(hourAt(facts, from))), cell(phase, row), next - from);
      from = next;
    }
  }
  return true;
}

function addSpans(pass: Pass): boolean {
  const { phase, fromMs, toMs } = pass.facts.tables.spans.columns;
  return eachRow(pass, 'spans', (sums, row) => {
    addSpan(sums, cell(phase, row), cell(toMs, row) - cell(fromMs, row));
  });
}

function addFeedback(pass: Pass): boolean {
  const { face } = pass.facts.tables.feedback.columns;
  return eachRow(pass, 'feedback', (sums, row) => {
    sums[FACES[cell(face, row)] ?? 'good'] += 1;
  });
}

/** The groups of a report, as sums. */
interface Added {
  readonly groups: ReadonlyMap<string, Sums>;
  readonly told: Told;
}

/** The sums of each row: a code of a day is looked up by its key once. */
function sumsReader(keys: Keys | undefined, groupOf: Pass['groupOf']): SumsOf | undefined {
  if (!keys) return undefined;
  const { codes, keyOf } = keys;
  if (!codes) {
    const sums = groupOf(keyOf(0));
    return () => sums;
  }
  const known: Sums[] = [];
  return (row) => {
    const code = cell(codes, row);
    return (known[code] ??= groupOf(keyOf(code)));
  };
}

/**
 * Adds up days by a grouping, or all in one group where `grouping` is null. `tokens`: of arrivals and calls alone, which is
 * what most plots need, and far less.
 */
export function addUp(
  days: readonly DayFacts[],
  grouping: Grouping | null,
  filter: Filter,
  what: 'all' | 'tokens' = 'all',
): Added {
  const groups = new Map<string, Sums>();
  const groupOf = (key: string): Sums => {
    const sums = groups.get(key) ?? noSums();
    groups.set(key, sums);
    return sums;
  };
  const told = { arrivals: true, holds: true, moves: true, spans: true, feedback: true };
  for (const facts of days) {
    const pass: Pass = {
      facts,
      groupOf,
      sumsBy: (table, hour) => sumsReader(keysOf(grouping, facts, table, hour), groupOf),
      test: (table) => filterOf(filter, facts, table),
    };
    told.arrivals = addArrivals(pass);
    told.holds = addHolds(pass);
    if (what === 'tokens') continue;
    told.moves = addMoves(pass);
    told.spans = grouping === 'hour' ? addSpansByHour(pass) : addSpans(pass);
    told.feedback = addFeedback(pass);
  }
  return { groups, told };
}

/** The figures of all of those days together. */
export function totalOf(days: readonly DayFacts[], filter: Filter): Figures {
  const { groups, told } = addUp(days, null, filter);
  return figuresOf(groups.get('') ?? noSums(), told);
}
