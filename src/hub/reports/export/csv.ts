import { safeText } from './safe-cell.ts';
import type { SheetCell, SheetTable } from './report-table.ts';

/** Excel takes a file for UTF-8 by this mark alone. */
const BOM = '\uFEFF';
const LINE_END = '\r\n';

function cellText(cell: SheetCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = safeText(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV (RFC 4180) that spreadsheets open as it is meant: numbers with a point, texts that are no formulas. */
export const csvOf = ({ heads, rows }: SheetTable): string =>
  BOM + [heads.map(({ name }) => name), ...rows].map((row) => row.map(cellText).join(',') + LINE_END).join('');
