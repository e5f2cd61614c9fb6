import { REPORT_TABLES, type ReportTable } from '../../../domain/reports/figures/table-words.ts';
import type { ReportQuestion } from '../../../protocol/answers/report-answers.ts';
import { figureTable } from './figure-table.ts';
import {
  caseTable,
  counterTable,
  funnelTable,
  heatTable,
  hourTable,
  jumpTable,
  type MakeTable,
} from './plot-tables.ts';

/** How each table of a report is made. */
export const MAKE_TABLE: Readonly<Record<ReportTable, MakeTable>> = {
  figures: figureTable,
  hours: hourTable,
  heat: heatTable,
  funnel: funnelTable,
  cases: caseTable,
  jumps: jumpTable,
  counters: counterTable,
};

/** The tables that there are for those days. */
export const tablesOf = ({ fromDay, toDay }: ReportQuestion): readonly ReportTable[] =>
  REPORT_TABLES.filter((name) => name !== 'counters' || fromDay === toDay);
