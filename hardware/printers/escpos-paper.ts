import type { PrintPicture } from './printer.ts';

/** The commands that only have to be stepped over. */
const LENGTHS: readonly { readonly begins: readonly number[]; readonly length: number }[] = [
  { begins: [0x1b, 0x40], length: 2 },
  { begins: [0x1d, 0x56], length: 3 },
  { begins: [0x1d, 0x72], length: 3 },
  { begins: [0x0a], length: 1 },
];

/**
 * The paper that ESC/POS bytes give, as a picture: what a printer would do with them. Line feeds give no rows: they only
 * move the paper to the knife.
 * @throws at a command that the encoder does not write.
 */
export function paperOf(bytes: Uint8Array): PrintPicture {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rows: (Uint8Array | undefined)[] = [];
  let stride = 0;
  let at = 0;
  const begins = (...command: readonly number[]) => command.every((byte, i) => buffer[at + i] === byte);
  while (at < buffer.length) {
    if (begins(0x1b, 0x4a)) {
      rows.push(...Array.from({ length: buffer[at + 2] ?? 0 }, () => undefined));
      at += 3;
    } else if (begins(0x1d, 0x76, 0x30, 0)) {
      const [width, height] = [buffer.readUInt16LE(at + 4), buffer.readUInt16LE(at + 6)];
      stride = Math.max(stride, width);
      at += 8;
      for (let row = 0; row < height; row += 1, at += width) rows.push(buffer.subarray(at, at + width));
    } else {
      const known = LENGTHS.find((one) => begins(...one.begins));
      if (!known) throw new Error(`No command of a slip begins with ${buffer.subarray(at, at + 4).toString('hex')}.`);
      at += known.length;
    }
  }
  const bits = new Uint8Array(stride * rows.length);
  for (const [row, dots] of rows.entries()) if (dots) bits.set(dots, row * stride);
  return { width: stride * 8, height: rows.length, bits };
}
