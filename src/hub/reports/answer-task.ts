import type { DayFacts } from '../../domain/reports/day-facts.ts';
import { totalOf } from '../../domain/reports/figures/add-up.ts';
import { counterDayOf } from './counter-day.ts';
import { daySheetOf } from './day-sheet/day-sheet.ts';
import { drawPdf } from './day-sheet/draw-pdf.ts';
import { csvOf } from './export/csv.ts';
import { reportTable } from './export/report-table.ts';
import { xlsxOf } from './export/xlsx.ts';
import { makeReport, rowsOf } from './make-report.ts';
import type { Made, TableTask, Task } from './report-task.ts';

type DaysOf = (from: string, to: string) => readonly DayFacts[];

function tableOf(task: TableTask, daysOf: DaysOf) {
  const { question } = task;
  const days = daysOf(question.fromDay, question.toDay);
  return reportTable(rowsOf(days, question), totalOf(days, question.filter), question, task);
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
      return Buffer.from(csvOf(tableOf(task, daysOf)));
    case 'xlsx':
      return await xlsxOf(tableOf(task, daysOf), task.language);
    case 'pdf':
      return drawPdf(daySheetOf(daysOf(task.day, task.day), task));
  }
}
