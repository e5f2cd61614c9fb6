import { parse } from 'csv-parse/sync';

/** One record of a CSV text: the line on which it begins, and its cells, or null when it is malformed. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[] | null;
}

const DELIMITERS = [',', ';', '\t'] as const;

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
};

/** Where the record that begins there ends: at the first line end with all its quotes closed. */
function recordEnd(text: string, from: number): number {
  let isQuoted = false;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === '\n' && !isQuoted) return at;
  }
  return text.length;
}

function cellsOf(record: string, delimiter: string): readonly string[] | null {
  try {
    return parse(record, { delimiter, record_delimiter: '\n', max_record_size: 0 })[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * The records of a CSV text (RFC 4180), without empty lines; the first one is the header, and one with another number
 * of cells is malformed. A quote that somebody forgot would swallow all lines up to the next quote: so after a malformed
 * record of several lines, reading goes on at its second line. A well-formed cell of several lines is never read as
 * lines of its own, for it may hold what looks like another booking.
 */
export function* csvRecords(text: string): Generator<CsvRecord> {
  let delimiter: string | undefined;
  let columns: number | undefined;
  for (let at = 0, line = 1; at < text.length; line += 1) {
    const firstEnd = lineEnd(text, at);
    const end = recordEnd(text, at);
    const record = text.slice(at, end);
    at = firstEnd + 1;
    if (record.trim() === '') continue;
    delimiter ??= DELIMITERS.find((mark) => record.includes(mark)) ?? ',';
    const cells = cellsOf(record, delimiter);
    const isWhole = cells !== null && cells.length === (columns ?? cells.length);
    yield { line, cells: isWhole ? cells : null };
    if (!isWhole) continue;
    columns = cells.length;
    line += record.split('\n').length - 1;
    at = end + 1;
  }
}
