/** What the hub tells, as docs/api.md describes it; as much of it as a message needs. */
export interface News {
  readonly id: string;
  readonly type: string;
  readonly at: number;
  readonly token: { readonly label: string; readonly counterId: number | null; readonly bookingId: string | null };
}

/** Nobody wants to read now that they were called an hour ago: the hub catches up after it was cut off. */
const OLD_MS = 15 * 60_000;

const urduDigits = (text: string): string => text.replaceAll(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? digit);

/** The message to the citizen of a token, in both languages; undefined where there is nothing to say. */
export function messageOf({ type, token, at }: News, nowMs: number): { en: string; ur: string } | undefined {
  const { label, counterId } = token;
  if (nowMs - at > OLD_MS) return undefined;
  switch (type) {
    case 'token.issued':
      return {
        en: `You are checked in. Your token is ${label}.`,
        ur: `آپ کی حاضری لگ گئی ہے۔ آپ کا ٹوکن ${label} ہے۔`,
      };
    case 'token.called':
    case 'token.recalled':
      return {
        en: `Token ${label}: please come to counter ${counterId}.`,
        ur: `ٹوکن ${label}: براہ کرم کاؤنٹر ${urduDigits(String(counterId))} پر تشریف لائیں۔`,
      };
    case 'token.noShow':
      return {
        en: `Token ${label} was called and nobody came. Please ask the staff.`,
        ur: `ٹوکن ${label} پکارا گیا مگر کوئی نہیں آیا۔ براہ کرم عملے سے رابطہ کریں۔`,
      };
    default:
      return undefined;
  }
}
