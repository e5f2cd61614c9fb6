import type { Words } from '../../../domain/words.ts';

/** Words that stand on the printed report of a day beside the names of its figures. */
export const SHEET_WORDS = {
  title: { en: 'Day report', ur: 'دن کی رپورٹ' },
  arrivalsByHour: { en: 'Arrivals and visits ended, by hour', ur: 'آمد اور مکمل دورے، گھنٹے کے لحاظ سے' },
  arrivals: { en: 'Tokens given out', ur: 'جاری ٹوکن' },
  ended: { en: 'Ended', ur: 'مکمل' },
  visitsEnded: { en: 'Visits ended', ur: 'مکمل دورے' },
  services: { en: 'By service', ur: 'خدمت کے لحاظ سے' },
  counters: { en: 'Counters of the day', ur: 'دن بھر کے کاؤنٹر' },
  counter: { en: 'Counter', ur: 'کاؤنٹر' },
  openFor: { en: 'Open (h)', ur: 'کھلا (گھنٹے)' },
  idleFor: { en: 'Idle (h)', ur: 'خالی (گھنٹے)' },
  calls: { en: 'Calls', ur: 'پکاریں' },
  jumps: { en: 'Called out of order', ur: 'باری سے ہٹ کر بلائے گئے' },
  reason: { en: 'Reason', ur: 'وجہ' },
  count: { en: 'Tokens', ur: 'ٹوکن' },
  withoutToken: { en: 'Served without a token', ur: 'بغیر ٹوکن خدمت' },
  cases: { en: 'Applications by stage', ur: 'درخواستیں، مرحلہ وار' },
  stage: { en: 'Stage', ur: 'مرحلہ' },
  late: { en: 'Ended late', ur: 'تاخیر سے مکمل' },
  tookHalf: { en: 'Took, median', ur: 'لگا وقت، نصف' },
  open: { en: 'Open', ur: 'زیر عمل' },
  overdue: { en: 'Overdue', ur: 'میعاد گزری' },
  meanings: { en: 'What the figures mean', ur: 'اعداد کا مطلب' },
  nothing: { en: 'Nothing happened on this day.', ur: 'اس دن کچھ نہیں ہوا۔' },
  page: { en: 'Page', ur: 'صفحہ' },
  minutes: { en: 'min', ur: 'منٹ' },
  hours: { en: 'h', ur: 'گھنٹے' },
  percent: { en: '%', ur: 'فیصد' },
} as const satisfies Record<string, Words>;

export type SheetWord = keyof typeof SHEET_WORDS;
