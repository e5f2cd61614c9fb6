import { plainDigits } from './cnic.ts';

const MOBILE = /^(?:0|(?:\+|00)?92)(3\d{9})$/;

/**
 * A Pakistani mobile number as `923001234567`, from 0300…, +92300…, 0092300… or 92300…, with spaces, hyphens or
 * brackets, in Urdu or Arabic digits.
 */
export function readPhone(text: string): string | undefined {
  const bare = plainDigits(text).replaceAll(/[\s()\p{Dash_Punctuation}]/gu, '');
  const national = MOBILE.exec(bare)?.[1];
  return national === undefined ? undefined : `92${national}`;
}
