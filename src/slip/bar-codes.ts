import bwip from 'bwip-js/node';
import { encode } from 'uqr';

/** A barcode: widths of bar, space, bar … in modules. */
export function barsOf(text: string): readonly number[] {
  const [made] = bwip.raw({ bcid: 'code128', text });
  if (!made || !('sbs' in made)) throw new Error('The barcode could not be made.');
  return made.sbs;
}

/** A QR code: the modules of each row, dark ones true. A slip is folded and wiped: 15 % of it may be lost. */
export const matrixOf = (text: string): readonly (readonly boolean[])[] => encode(text, { ecc: 'M', border: 0 }).data;
