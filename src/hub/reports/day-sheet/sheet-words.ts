import type { Words } from '../../../domain/words.ts';

/** Words that stand on the printed report of a day beside the names of its figures. */
export const SHEET_WORDS = {
  title: { en: 'Day report', ur: 'دن کی رپورٹ' },
  arrivalsByHour: { en: 'Arrivals and visits ended, by hour', ur: 'آمد اور مکمل دورے، گھنٹے کے لحاظ سے' },
  arrivals: { en: 'Tokens given out', ur: 'جاری ٹوکن' },
  visitsEnded: { en: 'Visits ended', ur: 'مکمل دورے' },
  services: { en: 'By service', ur: 'خدمت کے لحاظ سے' },
  otherReasons: { en: 'Other reasons', ur: 'دوسری وجوہات' },
  meanings: { en: 'What the figures mean', ur: 'اعداد کا مطلب' },
  nothing: { en: 'Nothing happened on this day.', ur: 'اس دن کچھ نہیں ہوا۔' },
  page: { en: 'Page', ur: 'صفحہ' },
  minutes: { en: 'min', ur: 'منٹ' },
  hours: { en: 'h', ur: 'گھنٹے' },
  percent: { en: '%', ur: 'فیصد' },
} as const satisfies Record<string, Words>;

export type SheetWord = keyof typeof SHEET_WORDS;
