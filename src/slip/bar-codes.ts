import bwip from 'bwip-js/node';

/** A barcode: widths of bar, space, bar … in modules. */
export function barsOf(text: string): readonly number[] {
  const [made] = bwip.raw({ bcid: 'code128', text });
  if (!made || !('sbs' in made)) throw new Error('The barcode could not be made.');
  return made.sbs;
}

/** A QR code: the modules of each row, dark ones true. */
export function matrixOf(text: string): readonly (readonly boolean[])[] {
  const [made] = bwip.raw({ bcid: 'qrcode', text });
  if (!made || !('pixs' in made)) throw new Error('The code could not be made.');
  const side = made.pixx;
  const modules = made.pixs.map((one) => one === 1);
  return Array.from({ length: modules.length / side }, (_, row) => modules.slice(row * side, (row + 1) * side));
}
