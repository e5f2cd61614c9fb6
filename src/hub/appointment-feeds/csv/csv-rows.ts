import { csvRecords } from './csv-records.ts';
import type { FeedRow } from '../feed.ts';
import { readBooking } from '../read-booking.ts';

const COLUMNS = [
  'source_id',
  'revision',
  'status',
  'name',
  'cnic',
  'phone',
  'service',
  'slot',
  'language',
  'needs',
] as const;
type Column = (typeof COLUMNS)[number];

const plainHeader = (cell: string): string => cell.trim().toLowerCase();

/** Where each column stands; undefined when one is missing, or stands there twice and so says two things. */
function placesOf(header: readonly string[]): Readonly<Record<Column, number>> | undefined {
  const names = header.map(plainHeader);
  const isThere = COLUMNS.every((column) => names.filter((name) => name === column).length === 1);
  return isThere
    ? (Object.fromEntries(COLUMNS.map((column) => [column, names.indexOf(column)])) as Record<Column, number>)
    : undefined;
}

/** The booking of a line as it would cross the wire. The name keeps a tab at its beginning: it is refused there. */
function wireOf(cells: readonly string[], places: Readonly<Record<Column, number>>): unknown {
  const cell = (column: Column): string => cells[places[column]] ?? '';
  const bare = (column: Column): string => cell(column).trim();
  return {
    sourceId: cell('source_id'),
    revision: /^\d+$/.test(bare('revision')) ? Number(bare('revision')) : Number.NaN,
    status: bare('status').toLowerCase(),
    name: cell('name'),
    cnic: cell('cnic'),
    phone: cell('phone'),
    serviceId: bare('service'),
    slotAt: bare('slot'),
    language: bare('language').toLowerCase(),
    needs: bare('needs')
      .split('|')
      .map((need) => need.trim())
      .filter((need) => need !== ''),
  };
}

/** The rows of a CSV text with the lines on which they stand, or undefined when a column is missing. */
export function csvRows(text: string): Iterable<FeedRow> | undefined {
  const records = csvRecords(text);
  const header = records.next();
  const places = header.done ? undefined : placesOf(header.value.cells ?? []);
  return places && rowsUnder(places, records);
}

function* rowsUnder(
  places: Readonly<Record<Column, number>>,
  records: ReturnType<typeof csvRecords>,
): Generator<FeedRow> {
  for (const { line, cells } of records) {
    const place = `line ${line}`;
    yield cells ? readBooking(wireOf(cells, places), place) : { place, sourceId: null, fault: 'rowMalformed' };
  }
}
