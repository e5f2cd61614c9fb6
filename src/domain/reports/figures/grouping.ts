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

type Columns = Readonly<Record<string, ArrayLike<number> | undefined>>;

/** What a grouping says of the rows of a table: a code for each row, or one key for all of them. */
export interface Keys {
  readonly codes: ArrayLike<number> | null;
  readonly keyOf: (code: number) => string;
}

/** The one key of all rows of a day, by a grouping of time or by none. */
function dayKey(grouping: Grouping | null, day: string): string | undefined {
  if (grouping === null) return '';
  if (grouping === 'day') return day;
  if (grouping === 'week') return weekOf(day);
  return grouping === 'month' ? day.slice(0, 7) : undefined;
}

/** The column that says a grouping, and the texts that its numbers stand for; they may stand for themselves. */
function columnOf(grouping: Grouping, hourColumn: string): readonly [column: string, 'numbers' | 'words' | 'channels'] {
  if (grouping === 'hour') return [hourColumn, 'numbers'];
  if (grouping === 'counter') return ['counter', 'numbers'];
  return grouping === 'channel' ? ['channel', 'channels'] : [grouping === 'class' ? 'classes' : grouping, 'words'];
}

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
  const key = dayKey(grouping, day);
  if (grouping === null || key !== undefined) return { codes: null, keyOf: () => key ?? '' };
  const columns: Columns = tables[table].columns;
  const [column, kind] = columnOf(grouping, hourColumn);
  const codes = columns[column];
  const texts: readonly string[] = kind === 'words' ? words : CHANNELS;
  return codes && { codes, keyOf: kind === 'numbers' ? String : (code) => texts[code] ?? '' };
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
