import { csvLines } from '../../csv/csv-lines.ts';
import type { FeedRow, FeedTrouble, RowReport } from '../feed.ts';

const HEADER = ['place', 'source_id', 'result'];

/** The booking code of a row, or nothing. */
export const codeOf = (row: FeedRow): string => ('booking' in row ? row.booking.sourceId : (row.sourceId ?? ''));

/** What became of each row of a file, with its booking code: outcome or fault. Nothing of the citizens. */
export const csvReport = (codes: readonly string[], reports: readonly RowReport[]): string =>
  csvLines([
    HEADER,
    ...reports.map((report, row) => [
      report.place,
      codes[row] ?? '',
      'outcome' in report ? report.outcome : report.fault,
    ]),
  ]);

/** Why a whole file was not taken. */
export const troubleReport = (trouble: FeedTrouble): string => csvLines([HEADER, ['file', '', trouble]]);
