import type { Words } from '../../src/domain/words.ts';

/** Why the app does not book, move or cancel: the status of the answer, and what the citizen reads. */
export const REFUSALS = {
  badRequest: { status: 400, en: 'This request cannot be read.', ur: 'یہ درخواست پڑھی نہیں جا سکی۔' },
  badName: {
    status: 400,
    en: 'Write your name as it stands on your CNIC.',
    ur: 'اپنا نام شناختی کارڈ کے مطابق لکھیں۔',
  },
  badCnic: { status: 400, en: 'A CNIC number has 13 digits.', ur: 'شناختی کارڈ نمبر ۱۳ ہندسوں کا ہوتا ہے۔' },
  badPhone: {
    status: 400,
    en: 'Write a mobile number such as 0300 1234567.',
    ur: 'موبائل نمبر اس طرح لکھیں: ۰۳۰۰۱۲۳۴۵۶۷',
  },
  unknownService: { status: 404, en: 'There is no such service here.', ur: 'یہ خدمت یہاں موجود نہیں۔' },
  unknownBooking: { status: 404, en: 'There is no booking with this code.', ur: 'اس کوڈ کی کوئی بکنگ موجود نہیں۔' },
  noCapacity: {
    status: 409,
    en: 'The centre takes no appointments at this time.',
    ur: 'مرکز اس وقت کے لیے اپائنٹمنٹ نہیں لے رہا۔',
  },
  slotFull: {
    status: 409,
    en: 'This time was taken just now. Please choose another.',
    ur: 'یہ وقت ابھی ابھی لے لیا گیا ہے۔ براہ کرم کوئی اور وقت چنیں۔',
  },
  slotPast: {
    status: 409,
    en: 'This time is over. Please choose a later one.',
    ur: 'یہ وقت گزر چکا ہے۔ براہ کرم بعد کا وقت چنیں۔',
  },
  overlaps: {
    status: 409,
    en: 'There is already an appointment for this CNIC at this time.',
    ur: 'اس شناختی کارڈ پر اسی وقت کی اپائنٹمنٹ پہلے سے موجود ہے۔',
  },
  alreadyCancelled: {
    status: 409,
    en: 'This appointment was cancelled.',
    ur: 'یہ اپائنٹمنٹ منسوخ ہو چکی ہے۔',
  },
} as const satisfies Readonly<Record<string, Words & { readonly status: number }>>;
export type Refusal = keyof typeof REFUSALS;
