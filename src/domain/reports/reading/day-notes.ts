import { hideCnics } from '../../person/hide-cnics.ts';
import { tableOf } from '../columns.ts';
import { type DayFacts, type Fact, FACT_NAMES, FACTS, type FactName, type FactTables, hourAt } from '../day-facts.ts';

type Rows = { readonly [Name in FactName]: Fact<Name>[] };

/** The facts of one day while they are being read. Rows are added as objects, and may change until the day is over. */
export function dayNotes(day: string, beganAt: number, startMinute: number, fromSeq: number) {
  const words: string[] = [''];
  const places = new Map([['', 0]]);
  const rows = Object.fromEntries(FACT_NAMES.map((name) => [name, []])) as unknown as Rows;
  const voided = new Set<object>();
  return {
    day,
    rows,
    msOf: (at: number): number => at - beganAt,
    hourOf: (at: number): number => hourAt({ startMinute }, at - beganAt),
    /** The place of a word among the day's words. Events from before what is typed was cleaned may hold a CNIC. */
    word(text: string): number {
      const known = places.get(text);
      if (known !== undefined) return known;
      const place = words.push(hideCnics(text)) - 1;
      places.set(text, place);
      return place;
    },
    textOf: (place: number): string => words[place] ?? '',
    /** Takes a row back, as if it had never been. */
    void: (row: object): void => void voided.add(row),
    /** The rows as they stand, with those of `more` behind them. */
    facts(toSeq: number, hash: string, more: Partial<Rows> = {}): DayFacts {
      const tables = FACT_NAMES.map((name) => {
        const all = [...rows[name], ...(more[name] ?? [])].filter((row) => !voided.has(row));
        return [name, tableOf(FACTS[name], all as never)];
      });
      return {
        day,
        beganAt,
        startMinute,
        fromSeq,
        toSeq,
        hash,
        words: [...words],
        tables: Object.fromEntries(tables) as unknown as FactTables,
      };
    },
  };
}

export type DayNotes = ReturnType<typeof dayNotes>;
