import type { Language } from './token.ts';
import type { Words } from './words.ts';

const WORDS = {
  missedCall: { en: 'Missed the call', ur: 'پکار سن نہ سکے' },
  cameBack: { en: 'Came back with papers', ur: 'کاغذات لے کر واپس آئے' },
  urgentNeed: { en: 'Urgent need', ur: 'فوری ضرورت' },
  managerAsked: { en: 'Asked by the manager', ur: 'منیجر کے کہنے پر' },
  photographMissing: { en: 'Photograph missing', ur: 'تصویر موجود نہیں' },
  documentMissing: { en: 'Document missing or not readable', ur: 'کاغذ موجود نہیں یا پڑھا نہیں جاتا' },
  signatureMissing: { en: 'Signature missing', ur: 'دستخط موجود نہیں' },
  detailsDiffer: { en: 'Details do not match the CNIC', ur: 'کوائف شناختی کارڈ سے نہیں ملتے' },
  feeNotPaid: { en: 'Fee not paid or not enough', ur: 'فیس ادا نہیں ہوئی یا کم ہے' },
  papersIncomplete: { en: 'Papers incomplete, comes another day', ur: 'کاغذات نامکمل، کسی اور دن آئیں گے' },
  notEntitled: { en: 'Not entitled to this service', ur: 'اس خدمت کے اہل نہیں' },
  otherOffice: { en: 'Must go to another office', ur: 'کسی دوسرے دفتر جانا ہوگا' },
  gaveUp: { en: 'Citizen does not want to go on', ur: 'شہری مزید کارروائی نہیں چاہتا' },
  withdrawn: { en: 'Withdrawn by the citizen', ur: 'شہری نے واپس لے لی' },
  refused: { en: 'Refused by the department', ur: 'محکمے نے نامنظور کر دی' },
  filedTwice: { en: 'Filed twice', ur: 'دو بار درج ہوئی' },
  papersNeverCame: { en: 'Papers never brought', ur: 'کاغذات کبھی نہیں لائے گئے' },
} as const satisfies Record<string, Words>;

/** A reason that is given by its name, so that everybody reads it in their own language. */
export type Reason = keyof typeof WORDS;

/** Why a token is called out of order. The most frequent first, here and below. */
export const JUMP_REASONS = ['missedCall', 'cameBack', 'urgentNeed', 'managerAsked'] as const satisfies Reason[];
/** Why a token or an application goes back to an earlier stage. */
export const BACK_REASONS = [
  'photographMissing',
  'documentMissing',
  'signatureMissing',
  'feeNotPaid',
  'detailsDiffer',
] as const satisfies Reason[];
/** Why a visit ends before its last stage. */
export const END_VISIT_REASONS = [
  'papersIncomplete',
  'notEntitled',
  'otherOffice',
  'gaveUp',
] as const satisfies Reason[];
/** Why an application comes to nothing. */
export const END_APPLICATION_REASONS = [
  'withdrawn',
  'refused',
  'filedTwice',
  'papersNeverCame',
] as const satisfies Reason[];

const isReason = (kept: string): kept is Reason => Object.hasOwn(WORDS, kept);

/** A reason as it was kept, in the reader's language: one of the known ones by its name, else as somebody wrote it. */
export const reasonText = (kept: string, language: Language): string => (isReason(kept) ? WORDS[kept][language] : kept);
