import { reasonText } from '../../reasons.ts';
import type { Language } from '../../token.ts';
import type { Words } from '../../words.ts';
import type { Phase } from '../day-facts.ts';
import { FIGURE_WORDS, type FigureWords, words } from './figure-words.ts';
import { PHASE_WORDS } from './group-words.ts';
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

const WITHOUT_TOKEN: Words = { en: 'Served without a token', ur: 'بغیر ٹوکن خدمت' };

/** Why tokens were called out of order, as people read it: who was served without a token is among them. */
export const jumpReasonText = (reason: string, language: Language): string =>
  reason === 'withoutToken' ? WITHOUT_TOKEN[language] : reasonText(reason, language);

/** The figures of a cell of the map of waits. */
export const HEAT_WORDS: { readonly [Name in keyof Omit<HeatCell, 'weekday' | 'hour'>]: FigureWords } = {
  p50Ms: words(
    'minutes',
    ['Median wait', 'انتظار، نصف'],
    [
      'Half of those who came on that weekday in that hour waited no longer than these minutes.',
      'اس دن اس گھنٹے میں آنے والے آدھے لوگوں نے ان منٹوں سے زیادہ انتظار نہیں کیا۔',
    ],
  ),
  waits: words(
    'count',
    ['Waits', 'انتظار'],
    [
      'Waits that ended with a first call, of those who came on that weekday in that hour.',
      'اس دن اس گھنٹے میں آنے والوں کے وہ انتظار جو پہلی پکار پر ختم ہوئے۔',
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
      'Times that an application went back from that stage to an earlier one, with a reason.',
      'کتنی بار درخواست وجہ کے ساتھ اس مرحلے سے کسی پچھلے مرحلے پر واپس گئی۔',
    ],
  ),
  late: words(
    'count',
    ['Ended late', 'تاخیر سے'],
    ['Times that the stage ended after the time at which it was due.', 'کتنی بار مرحلہ اپنی میعاد کے بعد ختم ہوا۔'],
  ),
  tookP50S: words(
    'minutes',
    ['Took, median', 'لگا وقت، نصف'],
    [
      'Half of the applications that left that stage were there no longer than this, nights and holidays counted too.',
      'اس مرحلے سے نکلنے والی آدھی درخواستیں وہاں اس سے زیادہ نہیں رہیں، راتیں اور چھٹیاں بھی شامل۔',
    ],
  ),
  tookP90S: words(
    'minutes',
    ['Took, 9 in 10', 'لگا وقت، دس میں نو'],
    [
      'Nine in ten of the applications that left that stage were there no longer than this.',
      'اس مرحلے سے نکلنے والی دس میں سے نو درخواستیں وہاں اس سے زیادہ نہیں رہیں۔',
    ],
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
    [
      'Open applications at that stage that were past their due time at the end of the period.',
      'اس مرحلے پر زیر عمل درخواستیں جن کی میعاد مدت کے اختتام پر گزر چکی تھی۔',
    ],
  ),
};

/** What a counter does where no figure says how long it did. */
export const PHASE_MEANS = {
  called: {
    name: PHASE_WORDS.called,
    means: {
      en: 'A citizen was called, and service had not begun.',
      ur: 'شہری کو بلایا گیا، اور خدمت ابھی شروع نہیں ہوئی تھی۔',
    },
  },
  free: {
    name: PHASE_WORDS.free,
    means: {
      en: 'The counter was open, and nobody waited in a line that it serves.',
      ur: 'کاؤنٹر کھلا تھا، اور اس کی کسی قطار میں کوئی منتظر نہ تھا۔',
    },
  },
} as const satisfies Partial<Record<Phase, Pick<FigureWords, 'name' | 'means'>>>;
