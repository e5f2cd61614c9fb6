import writeExcelFile from 'write-excel-file/node';
import type { Language } from '../../../domain/token.ts';
import type { CsvCell } from '../../csv/csv-lines.ts';
import { safeText } from '../../csv/safe-cell.ts';
import { EXPORT_WORDS } from './report-words.ts';
import type { SheetTable } from './sheet-table.ts';

const HEAD = { fontWeight: 'bold', wrap: true, alignVertical: 'top', backgroundColor: '#e3efe8' } as const;
const NAME_WIDTH = 30;
const FIGURE_WIDTH = 13;
const MEANING_WIDTH = 110;

const textCell = (text: string) => ({ type: String, value: safeText(text) });
const headCell = (text: string) => ({ ...textCell(text), ...HEAD });
const cellOf = (cell: CsvCell) => {
  if (cell === null) return null;
  return typeof cell === 'number' ? { type: Number, value: cell } : textCell(cell);
};

/** One sheet: the head and the first column stay where they are. */
const sheetOf = ({ title, heads, rows }: SheetTable, rightToLeft: boolean) => ({
  sheet: title,
  rightToLeft,
  data: [heads.map(({ name }) => headCell(name)), ...rows.map((row) => row.map(cellOf))],
  columns: heads.map((_, place) => ({ width: place === 0 ? NAME_WIDTH : FIGURE_WIDTH })),
  stickyRowsCount: 1,
  stickyColumnsCount: 1,
});

/** What each figure means, sheet after sheet. */
function meaningSheet(tables: readonly SheetTable[], language: Language) {
  const heads = (['sheet', 'figure', 'means'] as const).map((word) => headCell(EXPORT_WORDS[word][language]));
  const rows = tables.flatMap(({ title, heads: figures }) =>
    figures.flatMap(({ name, means }) =>
      means === null
        ? []
        : [[textCell(title), { ...textCell(name), fontWeight: 'bold' as const }, { ...textCell(means), wrap: true }]],
    ),
  );
  return {
    sheet: EXPORT_WORDS.meanings[language],
    rightToLeft: language === 'ur',
    data: [heads, ...rows],
    columns: [{ width: NAME_WIDTH }, { width: NAME_WIDTH }, { width: MEANING_WIDTH }],
    stickyRowsCount: 1,
  };
}

/** Tables as a workbook: a sheet each, and on the last one what every figure of them means. */
export const xlsxOf = (tables: readonly SheetTable[], language: Language): Promise<Buffer> =>
  writeExcelFile([
    ...tables.map((table) => sheetOf(table, language === 'ur')),
    meaningSheet(tables, language),
  ]).toBuffer();
