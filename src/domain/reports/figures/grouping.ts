import { addDays, weekday } from '../../calendar/civil-date.ts';
import { CHANNELS, type Channel, type DayFacts, type FactName } from '../day-facts.ts';

/** By what figures can be added up. */
export const GROUPINGS = [
  'day',
  'week',
  'month',
  'service',
  'stage',
  'hour',
  'counter',
  'operator',
  'class',
  'channel',
] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What a report is narrowed to; null for all. A class is the exact set of classes, joined by `+`; empty for none. */
export interface Filter {
  readonly service: string | null;
  readonly stage: string | null;
  readonly counter: number | null;
  readonly operator: string | null;
  readonly class: string | null;
  readonly channel: Channel | null;
}

export const NO_FILTER: Filter = {
  service: null,
  stage: null,
  counter: null,
  operator: null,
  class: null,
  channel: null,
};

/** Monday of the week of a day. */
const weekOf = (day: string): string => addDays(day, -weekday(day));

const OF_WORDS = { service: 'service', stage: 'stage', operator: 'operator', class: 'classes' } as const;

type Columns = Readonly<Record<string, ArrayLike<number> | undefined>>;

/** What a grouping says of the rows of a table: a code for each row, or one key for all of them. */
export interface Keys {
  readonly codes: ArrayLike<number> | null;
  readonly keyOf: (code: number) => string;
}

const sameKey = (key: string): Keys => ({ codes: null, keyOf: () => key });

/**
 * The keys of a table's rows by a grouping; null puts them all under one. Undefined when rows of that table do not say
 * it. `hourColumn` is the hour that counts where a row has several.
 */
export function keysOf(
  grouping: Grouping | null,
  { day, words, tables }: DayFacts,
  table: FactName,
  hourColumn = 'hour',
): Keys | undefined {
  const columns: Columns = tables[table].columns;
  if (grouping === null) return sameKey('');
  if (grouping === 'day') return sameKey(day);
  if (grouping === 'week') return sameKey(weekOf(day));
  if (grouping === 'month') return sameKey(day.slice(0, 7));
  if (grouping === 'hour' || grouping === 'counter') {
    const codes = columns[grouping === 'hour' ? hourColumn : 'counter'];
    return codes && { codes, keyOf: String };
  }
  const codes = columns[grouping === 'channel' ? 'channel' : OF_WORDS[grouping]];
  const texts: readonly string[] = grouping === 'channel' ? CHANNELS : words;
  return codes && { codes, keyOf: (code) => texts[code] ?? '' };
}

type Test = (row: number) => boolean;

const ALL: Test = () => true;

/** Whether rows pass a filter; undefined when a table's rows do not say what the filter asks for. */
export function filterOf(filter: Filter, facts: DayFacts, table: FactName): Test | undefined {
  const columns: Columns = facts.tables[table].columns;
  let passes = ALL;
  for (const name of Object.keys(filter) as (keyof Filter)[]) {
    const wanted = filter[name];
    if (wanted === null) continue;
    const column = columns[name === 'class' ? 'classes' : name];
    if (!column) return undefined;
    const code = codeOf(name, wanted, facts.words);
    const before = passes;
    passes = before === ALL ? (row) => column[row] === code : (row) => column[row] === code && before(row);
  }
  return passes;
}

function codeOf(name: keyof Filter, wanted: string | number, words: readonly string[]): number {
  if (typeof wanted === 'number') return wanted;
  return name === 'channel' ? CHANNELS.indexOf(wanted as Channel) : words.indexOf(wanted);
}
