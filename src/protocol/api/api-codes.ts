import type { Words } from '../../domain/words.ts';

/** Why the public API refuses a request before any rule of the queue is asked; what the rules refuse has their codes. */
export const API_CODES = [
  'tlsNeeded',
  'keyMissing',
  'keyWrong',
  'scopeMissing',
  'originRefused',
  'notFound',
  'methodNotAllowed',
  'badRequest',
  'tooLarge',
  'notJson',
  'tooMany',
  'hubFailed',
  'busy',
] as const;
export type ApiCode = (typeof API_CODES)[number];

/** The HTTP status of each code. */
export const API_STATUS: Readonly<Record<ApiCode, number>> = {
  tlsNeeded: 403,
  keyMissing: 401,
  keyWrong: 401,
  scopeMissing: 403,
  originRefused: 403,
  notFound: 404,
  methodNotAllowed: 405,
  badRequest: 400,
  tooLarge: 413,
  notJson: 415,
  tooMany: 429,
  hubFailed: 500,
  busy: 503,
};

/** The sentence for each code. */
export const API_WORDS: Readonly<Record<ApiCode, Words>> = {
  tlsNeeded: {
    en: 'From the network the API answers over TLS alone, at the address of --api-listen.',
    ur: 'نیٹ ورک سے یہ API صرف TLS پر، ‎--api-listen کے پتے پر جواب دیتا ہے۔',
  },
  keyMissing: {
    en: 'Send a key of this centre as “Authorization: Bearer mk_…”.',
    ur: 'اس مرکز کی کلید Authorization ہیڈر میں بھیجیں۔',
  },
  keyWrong: { en: 'This key is not known here, or was revoked.', ur: 'یہ کلید یہاں معلوم نہیں، یا منسوخ ہو چکی ہے۔' },
  scopeMissing: { en: 'This key does not open that.', ur: 'اس کلید کو اس کی اجازت نہیں۔' },
  originRefused: {
    en: 'Pages of that origin are not let in here.',
    ur: 'اس ویب سائٹ کے صفحات کو یہاں اجازت نہیں۔',
  },
  notFound: { en: 'There is no such thing here.', ur: 'یہاں ایسی کوئی چیز نہیں۔' },
  methodNotAllowed: {
    en: 'This method is not answered here; the header Allow names those that are.',
    ur: 'یہ طریقہ یہاں قابل قبول نہیں۔',
  },
  badRequest: {
    en: 'The request is not of the described form.',
    ur: 'درخواست مقررہ شکل کے مطابق نہیں۔',
  },
  tooLarge: { en: 'This request is too large.', ur: 'یہ درخواست بہت بڑی ہے۔' },
  notJson: { en: 'Send the body as application/json.', ur: 'درخواست JSON کی شکل میں بھیجیں۔' },
  tooMany: {
    en: 'Too many requests at once. The header Retry-After says how long to wait.',
    ur: 'ایک ساتھ بہت زیادہ درخواستیں آ گئی ہیں۔ ذرا انتظار کریں۔',
  },
  hubFailed: {
    en: 'The hub could not do this. Nothing was changed.',
    ur: 'نظام یہ نہیں کر سکا۔ کچھ نہیں بدلا۔',
  },
  busy: { en: 'The hub is busy with others. Ask again.', ur: 'نظام مصروف ہے۔ دوبارہ پوچھیں۔' },
};
