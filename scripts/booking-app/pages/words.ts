import type { Language } from '../../../src/domain/token.ts';
import type { Words } from '../../../src/domain/words.ts';

const WORDS = {
  app: { en: 'Appointments', ur: 'اپائنٹمنٹ' },
  whichService: { en: 'What do you need?', ur: 'آپ کو کون سی خدمت درکار ہے؟' },
  whichCentre: { en: 'Which centre?', ur: 'کون سا مرکز؟' },
  noWait: {
    en: 'With an appointment you are called within minutes of your time.',
    ur: 'اپائنٹمنٹ کے ساتھ آپ کو مقررہ وقت کے چند منٹ کے اندر بلا لیا جاتا ہے۔',
  },
  nextFree: { en: 'Next: {when}', ur: 'اگلا وقت: {when}' },
  noneFree: { en: 'No free time now', ur: 'فی الحال کوئی وقت خالی نہیں' },
  noneYet: {
    en: 'The centre has not published its times yet. Please look again in a minute.',
    ur: 'مرکز نے ابھی اوقات جاری نہیں کیے۔ براہ کرم ایک منٹ بعد دوبارہ دیکھیں۔',
  },
  whichTime: { en: 'Choose a time', ur: 'وقت منتخب کریں' },
  newTime: { en: 'Choose a new time', ur: 'نیا وقت منتخب کریں' },
  day: { en: 'Day', ur: 'دن' },
  places: { en: '{n} free', ur: '{n} خالی' },
  full: { en: 'full', ur: 'پُر' },
  yourDetails: { en: 'Your details', ur: 'آپ کے کوائف' },
  name: { en: 'Name, as on the CNIC', ur: 'نام، شناختی کارڈ کے مطابق' },
  cnic: { en: 'CNIC number', ur: 'شناختی کارڈ نمبر' },
  phone: { en: 'Mobile number', ur: 'موبائل نمبر' },
  needs: { en: 'If this is true of you', ur: 'اگر آپ ان میں سے ہیں' },
  book: { en: 'Book this time', ur: 'یہ وقت بُک کریں' },
  booked: { en: 'Your appointment', ur: 'آپ کی اپائنٹمنٹ' },
  cancelled: { en: 'Cancelled', ur: 'منسوخ' },
  cancelledNote: {
    en: 'This appointment is cancelled. You may book another.',
    ur: 'یہ اپائنٹمنٹ منسوخ ہو چکی ہے۔ آپ دوسری بُک کر سکتے ہیں۔',
  },
  showThis: { en: 'Show this at the kiosk', ur: 'یہ کوڈ کیوسک پر دکھائیں' },
  come: {
    en: 'Come up to 30 minutes before your time, and at most 15 minutes after it.',
    ur: 'اپنے وقت سے ۳۰ منٹ پہلے تک آ جائیں، اور ۱۵ منٹ سے زیادہ تاخیر نہ کریں۔',
  },
  bring: { en: 'Bring with you', ur: 'ساتھ لائیں' },
  move: { en: 'Change the time', ur: 'وقت تبدیل کریں' },
  cancel: { en: 'Cancel the appointment', ur: 'اپائنٹمنٹ منسوخ کریں' },
  cancelSure: { en: 'Yes, cancel it', ur: 'جی ہاں، منسوخ کریں' },
  cancelNote: {
    en: 'Your time goes to another citizen.',
    ur: 'آپ کا وقت کسی اور شہری کو مل جائے گا۔',
  },
  haveOne: { en: 'I have an appointment', ur: 'میری اپائنٹمنٹ ہے' },
  code: { en: 'Booking code', ur: 'بکنگ کوڈ' },
  qr: { en: 'QR code of booking {code}', ur: 'بکنگ {code} کا کیو آر کوڈ' },
  open: { en: 'Open', ur: 'کھولیں' },
  back: { en: 'Back', ur: 'واپس' },
  home: { en: 'All services', ur: 'تمام خدمات' },
  notFound: { en: 'There is nothing here.', ur: 'یہاں کچھ موجود نہیں۔' },
} as const satisfies Readonly<Record<string, Words>>;

/** The words of the page in one language; `{name}` is filled from the values. */
export const wordsIn =
  (language: Language) =>
  (key: keyof typeof WORDS, values: Readonly<Record<string, string>> = {}): string =>
    WORDS[key][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
export type Say = ReturnType<typeof wordsIn>;
