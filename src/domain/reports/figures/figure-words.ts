import type { Words } from '../../words.ts';
import type { FigureName } from './figures.ts';

/** How a figure is written: a number, a time in minutes or in hours, a part in percent. */
export type FigureKind = 'count' | 'minutes' | 'hours' | 'percent';

/** A figure as people read it: its name in a table, and what it is in a sentence. */
export interface FigureWords {
  readonly kind: FigureKind;
  readonly name: Words;
  readonly means: Words;
}

/** A figure's words, both languages of each together. */
export const words = (
  kind: FigureKind,
  name: [en: string, ur: string],
  means: [en: string, ur: string],
): FigureWords => ({
  kind,
  name: { en: name[0], ur: name[1] },
  means: { en: means[0], ur: means[1] },
});

/** Every figure of a report, in the order in which tables show them. */
export const FIGURE_WORDS: { readonly [Name in FigureName]: FigureWords } = {
  tokens: words(
    'count',
    ['Tokens', 'ٹوکن'],
    [
      'Tokens given out, on paper too, in the service day in which their citizen came; one that is carried over is not counted again.',
      'جاری کیے گئے ٹوکن، کاغذی بھی، اس دن میں جب شہری آیا؛ اگلے دن پر منتقل ٹوکن دوبارہ نہیں گنا جاتا۔',
    ],
  ),
  served: words(
    'count',
    ['Visits ended', 'مکمل دورے'],
    [
      'Tokens whose visit ended at a counter with all that they came for, or by the operator’s word; counted where and when the last stage ended.',
      'وہ ٹوکن جن کا دورہ کاؤنٹر پر مکمل ہوا یا عملے نے ختم کیا؛ آخری مرحلے کی جگہ اور وقت پر گنے جاتے ہیں۔',
    ],
  ),
  waits: words(
    'count',
    ['Waits', 'انتظار'],
    [
      'Waits in line that ended with a first call. A token waits once at each stage and once more after a transfer to another service; a second call after requeue or parking is no new wait, and who is served without a token or stays at the counter has none.',
      'قطار کے وہ انتظار جو پہلی پکار پر ختم ہوئے۔ ہر مرحلے پر ایک، اور دوسری خدمت میں بھیجے جانے پر ایک اور؛ دوبارہ پکار نیا انتظار نہیں، اور بغیر ٹوکن یا اسی کاؤنٹر پر رہنے والے کا کوئی انتظار نہیں۔',
    ],
  ),
  waitP50Ms: words(
    'minutes',
    ['Median wait', 'انتظار، نصف'],
    [
      'Half of the waits in line until a first call were no longer than this (p50), on the clock that stands still while the centre is closed. A transferred token keeps the wait that it had.',
      'پہلی پکار تک کے آدھے انتظار اس سے زیادہ نہ تھے (p50)، اس گھڑی پر جو مرکز بند ہونے پر رکی رہتی ہے۔ منتقل ٹوکن کا پچھلا انتظار شامل رہتا ہے۔',
    ],
  ),
  waitP90Ms: words(
    'minutes',
    ['Wait, 9 in 10', 'انتظار، دس میں نو'],
    [
      'Nine in ten of the waits in line until a first call were no longer than this (p90).',
      'پہلی پکار تک کے دس میں سے نو انتظار اس سے زیادہ نہ تھے (p90)۔',
    ],
  ),
  inTargetShare: words(
    'percent',
    ['Within target', 'وعدے کے اندر'],
    [
      'Share of the waits in line until a first call that were no longer than the wait that was promised to that token.',
      'پہلی پکار تک کے ان انتظاروں کا حصہ جو اس ٹوکن سے وعدہ کیے گئے انتظار سے زیادہ نہ تھے۔',
    ],
  ),
  serves: words(
    'count',
    ['Services', 'خدمات'],
    [
      'Times that a counter served, from start to end. A token that is parked or passed on while it is served counts at each of those counters.',
      'کاؤنٹر نے کتنی بار خدمت دی، آغاز سے اختتام تک۔ خدمت کے دوران روکا یا آگے بھیجا گیا ٹوکن ہر کاؤنٹر پر گنا جاتا ہے۔',
    ],
  ),
  serveP50Ms: words(
    'minutes',
    ['Median service', 'خدمت، نصف'],
    [
      'Half of the times that a counter served took no longer than this, from start to end (p50).',
      'آدھی خدمات میں آغاز سے اختتام تک اس سے زیادہ وقت نہیں لگا (p50)۔',
    ],
  ),
  serveP90Ms: words(
    'minutes',
    ['Service, 9 in 10', 'خدمت، دس میں نو'],
    [
      'Nine in ten of the times that a counter served took no longer than this, from start to end (p90).',
      'دس میں سے نو خدمات میں آغاز سے اختتام تک اس سے زیادہ وقت نہیں لگا (p90)۔',
    ],
  ),
  noShows: words(
    'count',
    ['No-shows', 'غیر حاضر'],
    [
      'Calls to which nobody came, as the operator marked them and did not take back.',
      'وہ پکاریں جن پر کوئی نہ آیا، جیسا عملے نے نشان لگایا اور واپس نہ لیا۔',
    ],
  ),
  parks: words(
    'count',
    ['Parked', 'روکے گئے'],
    ['Times that a counter let a token step aside.', 'کتنی بار کاؤنٹر نے ٹوکن کو ایک طرف روکا۔'],
  ),
  transfers: words(
    'count',
    ['Transfers', 'منتقلیاں'],
    [
      'Times that a counter sent a token to another service or counter; counted where it came from.',
      'کتنی بار کاؤنٹر نے ٹوکن دوسری خدمت یا کاؤنٹر کو بھیجا؛ بھیجنے والی جگہ پر گنی جاتی ہیں۔',
    ],
  ),
  requeues: words(
    'count',
    ['Put back in line', 'قطار میں واپس'],
    ['Times that a token was put back in line by staff.', 'کتنی بار عملے نے ٹوکن قطار میں واپس رکھا۔'],
  ),
  away: words(
    'count',
    ['Stepped away', 'کچھ دیر کو گئے'],
    ['Times that a citizen asked by phone for ten more minutes.', 'کتنی بار شہری نے فون سے مزید دس منٹ مانگے۔'],
  ),
  left: words(
    'count',
    ['Left', 'چلے گئے'],
    [
      'Visits that ended before they were served: given up, or not taken up again after days.',
      'وہ دورے جو خدمت سے پہلے ختم ہوئے: چھوڑ دیے گئے، یا کئی دن واپسی نہ ہوئی۔',
    ],
  ),
  carriedOver: words(
    'count',
    ['Carried over', 'اگلے دن پر'],
    [
      'Tokens that still waited or were parked when the service day ended.',
      'وہ ٹوکن جو دن کے اختتام پر ابھی منتظر یا روکے ہوئے تھے۔',
    ],
  ),
  jumps: words(
    'count',
    ['Out of order', 'باری سے ہٹ کر'],
    [
      'Tokens called by hand, out of order, each with a reason; also who was served without a token.',
      'باری سے ہٹ کر ہاتھ سے بلائے گئے ٹوکن، ہر ایک وجہ کے ساتھ؛ بغیر ٹوکن خدمت بھی شامل۔',
    ],
  ),
  overtaken: words(
    'count',
    ['Overtaken', 'پیچھے رہ گئے'],
    [
      'How many tokens of the same stage that had waited longer were passed over by calls out of order, added up.',
      'باری سے ہٹ کر پکاروں نے اسی مرحلے کے کتنے ٹوکن پیچھے چھوڑے جو زیادہ دیر سے منتظر تھے، کل ملا کر۔',
    ],
  ),
  openMs: words(
    'hours',
    ['Counters open', 'کاؤنٹر کھلے'],
    [
      'Time that counters were open, breaks not counted, added up over counters.',
      'کاؤنٹر کتنی دیر کھلے رہے، وقفوں کے بغیر، سب کاؤنٹر ملا کر۔',
    ],
  ),
  servingMs: words(
    'hours',
    ['Serving', 'خدمت میں'],
    [
      'Part of the time that counters were open in which they served a citizen.',
      'کاؤنٹر کھلے رہنے کے وقت کا وہ حصہ جس میں شہری کی خدمت ہو رہی تھی۔',
    ],
  ),
  idleMs: words(
    'hours',
    ['Idle while people waited', 'خالی جبکہ لوگ منتظر'],
    [
      'Part of the time that counters were open in which one had nobody in its hands while somebody waited in a line that it serves. An appointment does not wait before its slot.',
      'کاؤنٹر کھلے رہنے کے وقت کا وہ حصہ جب کاؤنٹر خالی تھا اور اس کی کسی قطار میں کوئی منتظر تھا۔ اپائنٹمنٹ اپنے وقت سے پہلے منتظر نہیں۔',
    ],
  ),
  breakMs: words('hours', ['Breaks', 'وقفے'], ['Time that counters were on a break.', 'کاؤنٹروں پر وقفے کا وقت۔']),
  forecasts: words(
    'count',
    ['Forecasts', 'اندازے'],
    [
      'Waits that were told with the token and ended with its first call; without those who were served without a token.',
      'وہ انتظار جو ٹوکن کے ساتھ بتائے گئے اور پہلی پکار پر ختم ہوئے؛ بغیر ٹوکن خدمت شامل نہیں۔',
    ],
  ),
  forecastMaeMs: words(
    'minutes',
    ['Forecast error', 'اندازے کا فرق'],
    [
      'How far the middle of the forecast was from the wait, on average, too long or too short.',
      'اندازے کا وسط اصل انتظار سے اوسطاً کتنا مختلف رہا، زیادہ ہو یا کم۔',
    ],
  ),
  forecastBiasMs: words(
    'minutes',
    ['Forecast bias', 'اندازے کا جھکاؤ'],
    [
      'The forecast less the wait, on average: above 0, longer waits were told than came.',
      'اندازے اور اصل انتظار کا اوسط فرق، علامت کے ساتھ: صفر سے اوپر، اصل سے زیادہ انتظار بتایا گیا۔',
    ],
  ),
  forecastBeyondShare: words(
    'percent',
    ['Beyond forecast', 'اندازے سے آگے'],
    [
      'Share of those told a wait who waited longer than its high end; about 10 % is right.',
      'ان کا حصہ جنہوں نے بتائی گئی بالائی حد سے زیادہ انتظار کیا؛ تقریباً ۱۰ فیصد درست ہے۔',
    ],
  ),
  good: words(
    'count',
    ['Good', 'اچھی رائے'],
    [
      'Citizens who called their visit good, on the day on which they answered.',
      'جن شہریوں نے دورہ اچھا کہا، جواب کے دن میں۔',
    ],
  ),
  fair: words('count', ['Fair', 'ٹھیک رائے'], ['Citizens who called their visit fair.', 'جن شہریوں نے دورہ ٹھیک کہا۔']),
  bad: words('count', ['Bad', 'بری رائے'], ['Citizens who called their visit bad.', 'جن شہریوں نے دورہ برا کہا۔']),
  calls: words(
    'count',
    ['Calls', 'پکاریں'],
    [
      'Times that a counter took a token into its hands; recalls of the same are not counted.',
      'کتنی بار کاؤنٹر نے ٹوکن بلایا؛ اسی کو دوبارہ پکارنا شمار نہیں۔',
    ],
  ),
  joined: words(
    'count',
    ['Joined a line', 'قطار میں آئے'],
    [
      'Times that a token joined the line of a stage: at issue, at the next stage, sent back or to another service, or back on a later day.',
      'کتنی بار ٹوکن کسی مرحلے کی قطار میں آیا: اجرا پر، اگلے مرحلے پر، واپس یا دوسری خدمت میں بھیجنے پر، یا کسی اور دن واپسی پر۔',
    ],
  ),
  completed: words(
    'count',
    ['Stages done', 'مکمل مراحل'],
    [
      'Stages at a counter that ended as done, or were left out as not needed.',
      'کاؤنٹر کے وہ مراحل جو مکمل ہوئے یا غیر ضروری سمجھ کر چھوڑے گئے۔',
    ],
  ),
};

/** The figures in the order of tables. */
export const FIGURE_NAMES = Object.keys(FIGURE_WORDS) as readonly FigureName[];

const MINUTE = 60_000;

/** A figure in the unit in which it is written: minutes to a tenth, hours to a tenth, percent to a tenth. */
export function inUnit(kind: FigureKind, value: number): number {
  if (kind === 'count') return value;
  const size = kind === 'percent' ? value * 100 : value / (kind === 'minutes' ? MINUTE : 60 * MINUTE);
  return Math.round(size * 10) / 10;
}
