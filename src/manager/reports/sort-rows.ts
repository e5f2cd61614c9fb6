import type { FigureName } from '../../domain/reports/figures/figures.ts';
import type { ReportAnswer } from '../../protocol/answers/report-answers.ts';

/** By which figure a table is sorted; the order of the answer where none is chosen. */
export interface Sorting {
  readonly by: FigureName;
  readonly isDescending: boolean;
}

type Row = ReportAnswer['rows'][number];

/** Rows in the order of a figure; those of which nothing is known come last either way. */
export function sortRows(rows: readonly Row[], sorting: Sorting | null): readonly Row[] {
  if (!sorting) return rows;
  const { by, isDescending } = sorting;
  const sign = isDescending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [first, second] = [a.figures[by], b.figures[by]];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return sign * (first - second);
  });
}

/** What a press on a column's head makes of the sorting: the largest first, then the smallest, then as it came. */
export function nextSorting(sorting: Sorting | null, by: FigureName): Sorting | null {
  if (sorting?.by !== by) return { by, isDescending: true };
  return sorting.isDescending ? { by, isDescending: false } : null;
}
