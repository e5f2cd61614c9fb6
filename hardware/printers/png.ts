import { crc32, deflateSync } from 'node:zlib';
import type { PrintPicture } from './printer.ts';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** One bit a dot, grey: 0 is black. */
const ONE_BIT_GREY = [1, 0, 0, 0, 0];

function chunk(name: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const framed = Buffer.alloc(8 + body.length);
  framed.writeUInt32BE(content.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), 4 + body.length);
  return framed;
}

/** A picture of one bit a dot as PNG bytes (W3C PNG, third edition). */
export function pngOf({ width, height, bits }: PrintPicture): Buffer {
  const stride = width / 8;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set(ONE_BIT_GREY, 8);
  // Each row begins with its filter: none.
  const rows = Buffer.alloc((stride + 1) * height);
  for (let row = 0; row < height; row += 1) {
    for (let byte = 0; byte < stride; byte += 1) {
      rows[row * (stride + 1) + 1 + byte] = ~(bits[row * stride + byte] ?? 0) & 0xff;
    }
  }
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.of())]);
}
