import type { Words } from '../../words.ts';
import { FIGURE_WORDS, type FigureWords, words } from './figure-words.ts';
import type { CaseStage, FunnelStage, HeatCell } from './plots.ts';

/**
 * The tables of a report. `figures` is the one by the chosen grouping; there is one of `counters` for a single day alone.
 */
export const REPORT_TABLES = ['figures', 'hours', 'heat', 'funnel', 'cases', 'jumps', 'counters'] as const;
export type ReportTable = (typeof REPORT_TABLES)[number];

/** What the tables are called. A sheet of a workbook has room for 31 letters. */
export const TABLE_WORDS: Readonly<Record<ReportTable, Words>> = {
  figures: { en: 'Figures', ur: 'اعداد' },
  hours: { en: 'Arrivals and ends', ur: 'آمد اور تکمیل' },
  heat: { en: 'Waits by weekday', ur: 'انتظار، دن وار' },
  funnel: { en: 'Tokens at the counters', ur: 'کاؤنٹروں پر ٹوکن' },
  cases: { en: 'Applications by stage', ur: 'درخواستیں، مرحلہ وار' },
  jumps: { en: 'Called out of order', ur: 'باری سے ہٹ کر بلائے گئے' },
  counters: { en: 'Counters of the day', ur: 'دن بھر کے کاؤنٹر' },
};

/** The figures of a cell of the map of waits. */
export const HEAT_WORDS: { readonly [Name in keyof Omit<HeatCell, 'weekday' | 'hour'>]: FigureWords } = {
  waits: words(
    'count',
    ['Waits', 'انتظار'],
    [
      'Waits that ended with a first call, of those who came on that weekday in that hour.',
      'اس دن اس گھنٹے میں آنے والوں کے وہ انتظار جو پہلی پکار پر ختم ہوئے۔',
    ],
  ),
  p50Ms: words(
    'minutes',
    ['Median wait', 'انتظار، نصف'],
    [
      'Half of those who came on that weekday in that hour waited no longer than these minutes.',
      'اس دن اس گھنٹے میں آنے والے آدھے لوگوں نے ان منٹوں سے زیادہ انتظار نہیں کیا۔',
    ],
  ),
};

/** The figures of a stage of the hall. */
export const FUNNEL_WORDS: { readonly [Name in keyof Omit<FunnelStage, 'stage'>]: FigureWords } = {
  joined: { ...FIGURE_WORDS.joined, name: { en: 'Joined the line', ur: 'قطار میں آئے' } },
  waits: words(
    'count',
    ['Called', 'بلائے گئے'],
    [
      'Tokens called from the line of that stage for the first time. Who went on at the same counter was not called from a line.',
      'اس مرحلے کی قطار سے پہلی بار بلائے گئے ٹوکن۔ جو اسی کاؤنٹر پر رہے وہ قطار سے نہیں بلائے گئے۔',
    ],
  ),
  completed: { ...FIGURE_WORDS.completed, name: { en: 'Done', ur: 'مکمل' } },
};

/** The figures of a stage of applications. */
export const CASE_WORDS: { readonly [Name in keyof Omit<CaseStage, 'stage'>]: FigureWords } = {
  ended: words(
    'count',
    ['Ended', 'ختم'],
    [
      'Times that an application left that stage in this period, whichever way: done, left out, sent back, or withdrawn and refused.',
      'اس مدت میں کتنی بار درخواست اس مرحلے سے نکلی، جیسے بھی ہو: مکمل، چھوڑا گیا، واپس بھیجی گئی، یا واپس لی گئی اور نامنظور۔',
    ],
  ),
  sentBack: words(
    'count',
    ['Sent back', 'واپس بھیجی گئیں'],
    [
      'Those of them that went back to an earlier stage, with a reason.',
      'ان میں سے وہ جو وجہ کے ساتھ کسی پچھلے مرحلے پر واپس گئیں۔',
    ],
  ),
  late: words(
    'count',
    ['Ended late', 'تاخیر سے'],
    [
      'Those of them that ended after the time at which the stage was due.',
      'ان میں سے وہ جو مرحلے کی میعاد کے بعد ختم ہوئیں۔',
    ],
  ),
  tookP50S: words(
    'minutes',
    ['Took, median', 'لگا وقت، نصف'],
    [
      'Half of them were at that stage no longer than this, by the wall clock, nights and holidays too.',
      'ان میں سے آدھی اس مرحلے پر اس سے زیادہ نہیں رہیں، عام گھڑی سے، راتیں اور چھٹیاں بھی شامل۔',
    ],
  ),
  tookP90S: words(
    'minutes',
    ['Took, 9 in 10', 'لگا وقت، دس میں نو'],
    ['Nine in ten of them were there no longer than this.', 'دس میں سے نو وہاں اس سے زیادہ نہیں رہیں۔'],
  ),
  open: words(
    'count',
    ['Open', 'زیر عمل'],
    [
      'Applications that lay at that stage at the end of the period.',
      'وہ درخواستیں جو مدت کے اختتام پر اس مرحلے پر تھیں۔',
    ],
  ),
  overdue: words(
    'count',
    ['Overdue', 'میعاد گزری'],
    ['Those of the open ones that were past their due time then.', 'زیر عمل میں سے وہ جن کی میعاد تب گزر چکی تھی۔'],
  ),
};
