import { plainDigits } from '../../person/cnic.ts';
import { tableOf } from '../columns.ts';
import { type DayFacts, type Fact, FACT_NAMES, FACTS, type FactName, type FactTables, hourAt } from '../day-facts.ts';

type Rows = { readonly [Name in FactName]: Fact<Name>[] };

/** Thirteen digits however they are written: a name or a reason that somebody typed may hold a CNIC, a report may not. */
const CNIC_LIKE = /\d(?:[\s\p{Dash_Punctuation}\p{Format}]*\d){12,}/gu;

/** What somebody typed, without any number that could be a CNIC. */
export function withoutCnic(typed: string): string {
  const plain = plainDigits(typed);
  const clean = plain.replaceAll(CNIC_LIKE, '•••');
  return clean === plain ? typed : clean;
}

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
    /** The place of a word among the day's words. */
    word(text: string): number {
      const known = places.get(text);
      if (known !== undefined) return known;
      const place = words.push(withoutCnic(text)) - 1;
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
