import type { Words } from '../domain/words.ts';

/** What people read where the link with the hub, the hub itself or the log that it speaks for is in the way. */
export const LINK_ERRORS = {
  badHandshake: { en: 'This screen did not say properly who it is.', ur: 'اس اسکرین نے اپنی شناخت درست نہیں بتائی۔' },
  oldProtocol: {
    en: 'This screen and the hub are of different versions. Reload the screen.',
    ur: 'اسکرین اور مرکزی نظام کے ورژن مختلف ہیں۔ اسکرین دوبارہ کھولیں۔',
  },
  badCommand: { en: 'The hub could not read this request.', ur: 'نظام اس درخواست کو نہیں سمجھ سکا۔' },
  unknownCommand: { en: 'The hub does not know this request.', ur: 'نظام اس درخواست سے واقف نہیں۔' },
  tooLarge: { en: 'This request is too large.', ur: 'یہ درخواست بہت بڑی ہے۔' },
  tooMany: {
    en: 'Too many requests at once. Wait a moment.',
    ur: 'ایک ساتھ بہت زیادہ درخواستیں آ گئی ہیں۔ ذرا انتظار کریں۔',
  },
  hubFailed: {
    en: 'The hub could not store this. Nothing was changed.',
    ur: 'نظام اسے محفوظ نہیں کر سکا۔ کچھ نہیں بدلا۔',
  },
  hubDiskFull: {
    en: 'The disk of the hub is full. Nothing was changed; it goes on by itself once there is room.',
    ur: 'مرکزی نظام کی ڈسک بھر گئی ہے۔ کچھ نہیں بدلا؛ جگہ بنتے ہی کام خود چل پڑے گا۔',
  },
  tooLate: {
    en: 'This came too late and was not done.',
    ur: 'یہ درخواست دیر سے پہنچی، اس لیے عمل نہیں ہوا۔',
  },
  standingBy: {
    en: 'Another hub has taken over. This one stands by.',
    ur: 'دوسرے مرکزی نظام نے کام سنبھال لیا ہے۔ یہ انتظار میں ہے۔',
  },
  noMajority: {
    en: 'The hub hears too few of its screens: another one may be taking over. Please wait a moment.',
    ur: 'مرکزی نظام کا اکثر اسکرینوں سے رابطہ نہیں: شاید دوسرا نظام کام سنبھال رہا ہے۔ ذرا انتظار کریں۔',
  },
  otherEpoch: {
    en: 'This was meant for another hub than the one that speaks now. It was not done.',
    ur: 'یہ درخواست کسی اور مرکزی نظام کے لیے تھی، اس لیے عمل نہیں ہوا۔',
  },
  aloneCannot: {
    en: 'This cannot be done without the hub, which is away just now. Please ask the staff.',
    ur: 'یہ مرکزی نظام کے بغیر ممکن نہیں، جو اس وقت دستیاب نہیں۔ براہِ کرم عملے سے پوچھیں۔',
  },
  noAnswer: {
    en: 'No answer from the hub. It may or may not have been done: look before you try again.',
    ur: 'نظام سے جواب نہیں ملا۔ شاید عمل ہو چکا ہو: دوبارہ کرنے سے پہلے دیکھ لیں۔',
  },
  commandIdReused: {
    en: 'This request carries the mark of another one, so it was not done.',
    ur: 'اس درخواست پر کسی اور درخواست کا نشان ہے، اس لیے عمل نہیں ہوا۔',
  },
  ackMissing: {
    en: 'This request does not listen for its answer, so it was not done.',
    ur: 'اس درخواست نے جواب کا انتظام نہیں کیا، اس لیے عمل نہیں ہوا۔',
  },
  leaseRefused: {
    en: 'These numbers were not given to this machine.',
    ur: 'یہ نمبر اس مشین کو نہیں دیے گئے تھے۔',
  },
  leaseUsed: { en: 'This number has been given already.', ur: 'یہ نمبر پہلے دیا جا چکا ہے۔' },
  standbyPaired: {
    en: 'There is a standby hub already. Revoke that one first.',
    ur: 'ایک متبادل مرکزی نظام پہلے سے موجود ہے۔ پہلے اسے منسوخ کریں۔',
  },
} as const satisfies Readonly<Record<string, Words>>;
