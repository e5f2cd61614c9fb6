import type { DayFacts } from '../../../domain/reports/day-facts.ts';
import { FIGURE_WORDS, type FigureWords } from '../../../domain/reports/figures/figure-words.ts';
import { GROUPING_WORDS, WEEKDAY_WORDS } from '../../../domain/reports/figures/group-words.ts';
import { caseStagesOf, funnelOf, heatOf, jumpReasonsOf } from '../../../domain/reports/figures/plots.ts';
import {
  CASE_WORDS,
  FUNNEL_WORDS,
  HEAT_WORDS,
  jumpReasonText,
  type ReportTable,
  TABLE_WORDS,
} from '../../../domain/reports/figures/table-words.ts';
import type { ReportQuestion } from '../../../protocol/answers/report-answers.ts';
import type { CsvCell } from '../../csv/csv-lines.ts';
import { counterDayOf } from '../counter-day.ts';
import { hoursOf } from '../make-report.ts';
import { EXPORT_WORDS, groupText, inOrder, type Reading } from './report-words.ts';
import { figureCell, figureHead, plainHead, type SheetTable } from './sheet-table.ts';

/** What a table is made of: the facts of the days of a question, and how its reader reads. */
export type MakeTable = (days: readonly DayFacts[], question: ReportQuestion, reading: Reading) => SheetTable;

interface Row<Name extends string> {
  readonly of: readonly CsvCell[];
  readonly figures: Readonly<Record<Name, number | null>>;
}

/** A table with the columns that say what a row is of first, and after them its figures. */
function tableOf<Name extends string>(
  title: ReportTable,
  of: readonly string[],
  words: Readonly<Record<Name, FigureWords>>,
  rows: readonly Row<NoInfer<Name>>[],
  { language }: Reading,
): SheetTable {
  const names = Object.keys(words) as Name[];
  return {
    title: TABLE_WORDS[title][language],
    heads: [...of.map(plainHead), ...names.map((name) => figureHead(words[name], language))],
    rows: rows.map((row) => [...row.of, ...names.map((name) => figureCell(words[name], row.figures[name]))]),
  };
}

const { tokens, served, jumps, overtaken, openMs, servingMs, idleMs, breakMs, calls } = FIGURE_WORDS;

export const hourTable: MakeTable = (days, { filter }, reading) =>
  tableOf(
    'hours',
    [GROUPING_WORDS.hour[reading.language]],
    { tokens, served },
    hoursOf(days, filter).map(({ hour, ...figures }) => ({ of: [groupText('hour', String(hour), reading)], figures })),
    reading,
  );

export const heatTable: MakeTable = (days, { filter }, reading) =>
  tableOf(
    'heat',
    [EXPORT_WORDS.weekday[reading.language], GROUPING_WORDS.hour[reading.language]],
    HEAT_WORDS,
    heatOf(days, filter).map(({ weekday, hour, ...figures }) => ({
      of: [WEEKDAY_WORDS[weekday]?.[reading.language] ?? '', groupText('hour', String(hour), reading)],
      figures,
    })),
    reading,
  );

export const funnelTable: MakeTable = (days, { filter }, reading) =>
  tableOf(
    'funnel',
    [GROUPING_WORDS.stage[reading.language]],
    FUNNEL_WORDS,
    inOrder(funnelOf(days, filter), reading.centre).map(({ stage, ...figures }) => ({
      of: [groupText('stage', stage, reading)],
      figures,
    })),
    reading,
  );

const msOf = (seconds: number | null): number | null => (seconds === null ? null : seconds * 1000);

export const caseTable: MakeTable = (days, { filter }, reading) =>
  tableOf(
    'cases',
    [GROUPING_WORDS.stage[reading.language]],
    CASE_WORDS,
    inOrder(caseStagesOf(days, filter), reading.centre).map(({ stage, tookP50S, tookP90S, ...counts }) => ({
      of: [groupText('stage', stage, reading)],
      figures: { ...counts, tookP50S: msOf(tookP50S), tookP90S: msOf(tookP90S) },
    })),
    reading,
  );

export const jumpTable: MakeTable = (days, { filter }, reading) =>
  tableOf(
    'jumps',
    [EXPORT_WORDS.reason[reading.language]],
    { jumps, overtaken },
    jumpReasonsOf(days, filter).map(({ reason, ...passed }) => ({
      of: [jumpReasonText(reason, reading.language)],
      figures: { jumps: passed.count, overtaken: passed.overtaken },
    })),
    reading,
  );

/** As on the screen, of all that the counters did: a filter narrows it to nothing. */
export const counterTable: MakeTable = (days, { toDay }, reading) =>
  tableOf(
    'counters',
    [GROUPING_WORDS.counter[reading.language], GROUPING_WORDS.operator[reading.language]],
    { openMs, servingMs, idleMs, breakMs, calls },
    counterDayOf(toDay, days).counters.map(({ id, operators, ...figures }) => ({
      of: [id, operators.join(', ')],
      figures,
    })),
    reading,
  );
