import type { ReportTable } from '../../domain/reports/figures/table-words.ts';
import type { Language } from '../../domain/token.ts';
import type { ReportQuestion } from '../../protocol/answers/report-answers.ts';

/** Where the hub gives a report as a file: all tables as a workbook, or one of them as CSV. */
export function tableAddress(
  { fromDay, toDay, groupBy, filter }: ReportQuestion,
  ending: 'csv' | 'xlsx',
  language: Language,
  table: ReportTable = 'figures',
): string {
  const set = Object.entries(filter).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]));
  const query = new URLSearchParams([['lang', language], ...(table === 'figures' ? [] : [['table', table]]), ...set]);
  return `/reports/${fromDay}/${toDay}/by-${groupBy}.${ending}?${query.toString()}`;
}
