import { crc32 } from 'node:zlib';
import { numbersOf, type Width } from '../../../domain/reports/columns.ts';
import { type DayFacts, FACT_NAMES, FACTS, type FactName, type FactTables } from '../../../domain/reports/day-facts.ts';

/** Another number for another layout, or for facts that are read differently: older files are then made anew. */
const VERSION = 1;
const LENGTH_BYTES = 4;
/** Columns begin at a multiple of the widest number. */
const ALIGN = 4;

interface Header extends Omit<DayFacts, 'tables'> {
  readonly version: number;
  readonly lengths: { readonly [Name in FactName]: number };
  readonly crc: number;
}

const aligned = (bytes: number): number => Math.ceil(bytes / ALIGN) * ALIGN;
const columnsOf = (name: FactName): readonly (readonly [string, Width])[] => Object.entries(FACTS[name]);

/** The facts of a day as bytes: length of the header, header as JSON, then column after column. */
export function encodeFacts({ tables, ...facts }: DayFacts): Buffer {
  const columns = FACT_NAMES.flatMap((name) =>
    columnsOf(name).map(([column]) => {
      const { buffer, byteOffset, byteLength } = (tables[name].columns as Record<string, Uint8Array>)[column]!;
      return Buffer.concat([
        Buffer.from(buffer, byteOffset, byteLength),
        Buffer.alloc(aligned(byteLength) - byteLength),
      ]);
    }),
  );
  const body = Buffer.concat(columns);
  const lengths = Object.fromEntries(FACT_NAMES.map((name) => [name, tables[name].length])) as Header['lengths'];
  const text = Buffer.from(JSON.stringify({ ...facts, version: VERSION, lengths, crc: crc32(body) } satisfies Header));
  const head = Buffer.alloc(aligned(LENGTH_BYTES + text.length), ' ');
  head.writeUInt32LE(head.length - LENGTH_BYTES);
  text.copy(head, LENGTH_BYTES);
  return Buffer.concat([head, body]);
}

function readHeader(bytes: Buffer): { readonly header: Header; readonly body: Buffer } | undefined {
  if (bytes.length < LENGTH_BYTES) return undefined;
  const end = LENGTH_BYTES + bytes.readUInt32LE();
  if (end > bytes.length) return undefined;
  try {
    return { header: JSON.parse(bytes.toString('utf8', LENGTH_BYTES, end)) as Header, body: bytes.subarray(end) };
  } catch {
    return undefined;
  }
}

/** The facts that a file holds; undefined when it is damaged, or of another version. */
export function decodeFacts(bytes: Buffer): DayFacts | undefined {
  const read = readHeader(bytes);
  if (!read || read.header.version !== VERSION || crc32(read.body) !== read.header.crc) return undefined;
  const { version: _, lengths, crc: __, ...facts } = read.header;
  // A copy: a Buffer may begin anywhere, numbers may not.
  const body = new Uint8Array(read.body).buffer;
  let at = 0;
  const tables = FACT_NAMES.map((name) => {
    const length = lengths[name];
    const columns = columnsOf(name).map(([column, width]) => {
      const numbers = numbersOf(width, 0);
      const Kind = numbers.constructor as new (buffer: ArrayBuffer, at: number, length: number) => typeof numbers;
      const made = new Kind(body, at, length);
      at += aligned(made.byteLength);
      return [column, made] as const;
    });
    return [name, { length, columns: Object.fromEntries(columns) }] as const;
  });
  return { ...facts, tables: Object.fromEntries(tables) as unknown as FactTables };
}
