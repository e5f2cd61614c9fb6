/** How wide the numbers of a column are; never below 0 but in `i32`. */
export type Width = 'u8' | 'u16' | 'i32';
export type Schema = Readonly<Record<string, Width>>;
type Numbers = Uint8Array | Uint16Array | Int32Array;

/** One row as the reader of the log makes it; rows may still change until their day is over. */
export type Row<S extends Schema> = { -readonly [Name in keyof S]: number };

/** Rows laid out column by column: a year of them is read and added up without making an object of any. */
export interface Table<S extends Schema> {
  readonly length: number;
  readonly columns: { readonly [Name in keyof S]: Numbers };
}

/** The number of a row that there is. */
export const cell = (numbers: ArrayLike<number>, row: number): number => numbers[row] as number;

const MOST = { u8: 0xff, u16: 0xffff, i32: 0x7fff_ffff } as const;

/** Empty numbers of that width. */
export function numbersOf(width: Width, length: number): Numbers {
  if (width === 'u8') return new Uint8Array(length);
  return width === 'u16' ? new Uint16Array(length) : new Int32Array(length);
}

/** The rows as columns. What is larger than its column holds is written as the most that it holds. */
export function tableOf<S extends Schema>(schema: S, rows: readonly Row<S>[]): Table<S> {
  const columns = Object.entries(schema).map(([name, width]) => {
    const numbers = numbersOf(width, rows.length);
    for (let at = 0; at < rows.length; at += 1) numbers[at] = Math.min(MOST[width], rows[at]?.[name] ?? 0);
    return [name, numbers] as const;
  });
  return { length: rows.length, columns: Object.fromEntries(columns) as Table<S>['columns'] };
}
