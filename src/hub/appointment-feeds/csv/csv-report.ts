import type { FeedRow, FeedTrouble, RowReport } from '../feed.ts';

/** A spreadsheet runs a cell that begins so; behind an apostrophe it shows it. */
const safeCell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const HEADER = ['place', 'source_id', 'result'];

const csvOf = (lines: readonly (readonly string[])[]): string =>
  lines.map((cells) => `${cells.map(safeCell).join(',')}\r\n`).join('');

/** The booking code of a row, or nothing. */
export const codeOf = (row: FeedRow): string => ('booking' in row ? row.booking.sourceId : (row.sourceId ?? ''));

/** What became of each row of a file, with its booking code: outcome or fault. Nothing of the citizens. */
export const csvReport = (codes: readonly string[], reports: readonly RowReport[]): string =>
  csvOf([
    HEADER,
    ...reports.map((report, row) => [
      report.place,
      codes[row] ?? '',
      'outcome' in report ? report.outcome : report.fault,
    ]),
  ]);

/** Why a whole file was not taken. */
export const troubleReport = (trouble: FeedTrouble): string => csvOf([HEADER, ['file', '', trouble]]);
