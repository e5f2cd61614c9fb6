import { csvLines } from '../../csv/csv-lines.ts';
import type { SheetTable } from './sheet-table.ts';

/** Excel takes a file for UTF-8 by this mark alone. */
const BOM = '\uFEFF';

/** A table as a CSV file. */
export const csvOf = ({ heads, rows }: SheetTable): string => BOM + csvLines([heads.map(({ name }) => name), ...rows]);
