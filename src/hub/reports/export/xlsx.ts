import writeExcelFile from 'write-excel-file/node';
import type { Language } from '../../../domain/token.ts';
import { safeText } from '../../csv/safe-cell.ts';
import type { SheetCell, SheetTable } from './report-table.ts';

const SHEETS = {
  figures: { en: 'Figures', ur: 'اعداد' },
  meanings: { en: 'What they mean', ur: 'مطلب' },
} as const;
const HEAD = { fontWeight: 'bold', wrap: true, alignVertical: 'top', backgroundColor: '#e3efe8' } as const;
const NAME_WIDTH = 30;
const FIGURE_WIDTH = 13;
const MEANING_WIDTH = 110;

const textCell = (text: string) => ({ type: String, value: safeText(text) });
const cellOf = (cell: SheetCell) => {
  if (cell === null) return null;
  return typeof cell === 'number' ? { type: Number, value: cell } : textCell(cell);
};

/** A table as a workbook: the figures on one sheet, what each of them means on the other. */
export async function xlsxOf({ heads, rows }: SheetTable, language: Language): Promise<Buffer> {
  const headRow = heads.map(({ name }) => ({ ...textCell(name), ...HEAD }));
  const meanings = heads.flatMap(({ name, means }) =>
    means === null
      ? []
      : [
          [
            { ...textCell(name), fontWeight: 'bold' as const },
            { ...textCell(means), wrap: true },
          ],
        ],
  );
  const isRightToLeft = language === 'ur';
  const sheet = (name: keyof typeof SHEETS) => ({ sheet: SHEETS[name][language], rightToLeft: isRightToLeft });
  return await writeExcelFile([
    {
      data: [headRow, ...rows.map((row) => row.map(cellOf))],
      columns: heads.map((_, place) => ({ width: place === 0 ? NAME_WIDTH : FIGURE_WIDTH })),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
      ...sheet('figures'),
    },
    { data: meanings, columns: [{ width: NAME_WIDTH }, { width: MEANING_WIDTH }], ...sheet('meanings') },
  ]).toBuffer();
}
