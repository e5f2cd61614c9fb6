import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { BitPicture } from '../../../src/slip/bit-picture.ts';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer as ArrayBuffer } });

/** Every code that a reader finds in a slip, by its kind. The reader shares nothing with what drew them. */
export async function readCodes({ width, height, bits }: BitPicture): Promise<Readonly<Record<string, string>>> {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let dot = 0; dot < width * height; dot += 1) {
    const isBlack = ((bits[dot >> 3] ?? 0) & (0x80 >> (dot & 7))) !== 0;
    data.fill(isBlack ? 0 : 255, dot * 4, dot * 4 + 3);
    data[dot * 4 + 3] = 255;
  }
  const found = await readBarcodes({ data, width, height, colorSpace: 'srgb' } as never);
  return Object.fromEntries(found.map(({ format, text }) => [format, text]));
}
