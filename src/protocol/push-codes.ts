import type { Words } from '../domain/words.ts';

/** Why a delivery of the webhook was refused. */
export const PUSH_CODES = [
  'badSignature',
  'timestampOutside',
  'replayed',
  'tooLarge',
  'notJson',
  'badRequest',
  'notStored',
] as const;
export type PushCode = (typeof PUSH_CODES)[number];

/** The sentence for each code. */
export const PUSH_WORDS: Readonly<Record<PushCode, Words>> = {
  badSignature: {
    en: 'The signature does not belong to this delivery.',
    ur: 'دستخط اس پیغام سے مطابقت نہیں رکھتے۔',
  },
  timestampOutside: {
    en: 'The timestamp is more than five minutes away from the clock of the centre.',
    ur: 'پیغام کا وقت مرکز کی گھڑی سے پانچ منٹ سے زیادہ مختلف ہے۔',
  },
  replayed: { en: 'This delivery was taken already.', ur: 'یہ پیغام پہلے ہی وصول ہو چکا ہے۔' },
  tooLarge: { en: 'The delivery is larger than 1 MB.', ur: 'پیغام کا حجم ۱ ایم بی سے زیادہ ہے۔' },
  notJson: { en: 'The delivery is not JSON.', ur: 'پیغام JSON کی شکل میں نہیں۔' },
  badRequest: {
    en: 'The delivery is not of the described form.',
    ur: 'پیغام مقررہ شکل کے مطابق نہیں۔',
  },
  notStored: {
    en: 'The centre could not store this now. Send it again.',
    ur: 'مرکز اسے اس وقت محفوظ نہیں کر سکا۔ براہ کرم دوبارہ بھیجیں۔',
  },
};
