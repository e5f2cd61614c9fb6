import type { DayFacts } from '../../domain/reports/day-facts.ts';
import type { ReportTable } from '../../domain/reports/figures/table-words.ts';
import { counterDayOf } from './counter-day.ts';
import { daySheetOf } from './day-sheet/day-sheet.ts';
import { drawPdf } from './day-sheet/draw-pdf.ts';
import { csvOf } from './export/csv.ts';
import { MAKE_TABLE, tablesOf } from './export/report-tables.ts';
import type { SheetTable } from './export/sheet-table.ts';
import { xlsxOf } from './export/xlsx.ts';
import { makeReport } from './make-report.ts';
import type { FileTask, Made, Task } from './report-task.ts';

type DaysOf = (from: string, to: string) => readonly DayFacts[];

/** Makes the tables of a file, each by its name. */
function tablesFor(task: FileTask, daysOf: DaysOf): (name: ReportTable) => SheetTable {
  const { question } = task;
  const days = daysOf(question.fromDay, question.toDay);
  return (name) => MAKE_TABLE[name](days, question, task);
}

/** Makes what the hub is asked for from the facts of the days that it is about. */
export async function answerTask(
  task: Exclude<Task, { kind: 'anomalies' }>,
  daysOf: DaysOf,
): Promise<Made[Task['kind']]> {
  switch (task.kind) {
    case 'report':
      return makeReport(daysOf(task.question.fromDay, task.question.toDay), task.question);
    case 'counterDay':
      return counterDayOf(task.day, daysOf(task.day, task.day));
    case 'csv':
      return Buffer.from(csvOf(tablesFor(task, daysOf)(task.table)));
    case 'xlsx':
      return await xlsxOf(tablesOf(task.question).map(tablesFor(task, daysOf)), task.language);
    case 'pdf':
      return drawPdf(daySheetOf(daysOf(task.day, task.day), task));
  }
}
