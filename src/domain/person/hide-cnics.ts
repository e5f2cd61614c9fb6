import { plainDigits } from './cnic.ts';

/** Thirteen digits however they are written: a name or a reason that somebody types may hold a CNIC. */
const CNIC_LIKE = /\d(?:[\s\p{Dash_Punctuation}\p{Format}]*\d){12,}/gu;

/** What somebody typed, with dots in the place of every number that could be a CNIC. */
export function hideCnics(typed: string): string {
  const plain = plainDigits(typed);
  const clean = plain.replaceAll(CNIC_LIKE, '•••');
  return clean === plain ? typed : clean;
}
