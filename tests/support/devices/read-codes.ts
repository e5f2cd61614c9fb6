import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { BitPicture } from '../../../src/slip/bit-picture.ts';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer as ArrayBuffer } });

interface Dots {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

async function codesIn(dots: Dots): Promise<Readonly<Record<string, string>>> {
  const found = await readBarcodes({ ...dots, colorSpace: 'srgb' } as never);
  return Object.fromEntries(found.map(({ format, text }) => [format, text]));
}

/** Every code that a reader finds in a slip, by its kind. The reader shares nothing with what drew them. */
export function readCodes({ width, height, bits }: BitPicture): Promise<Readonly<Record<string, string>>> {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let dot = 0; dot < width * height; dot += 1) {
    const isBlack = ((bits[dot >> 3] ?? 0) & (0x80 >> (dot & 7))) !== 0;
    data.fill(isBlack ? 0 : 255, dot * 4, dot * 4 + 3);
    data[dot * 4 + 3] = 255;
  }
  return codesIn({ data, width, height });
}

/** The same in a picture of a screen. */
export async function readCodesOnScreen(png: Buffer): Promise<Readonly<Record<string, string>>> {
  const image = await loadImage(png);
  const { width, height } = image;
  const pen = createCanvas(width, height).getContext('2d');
  pen.drawImage(image, 0, 0);
  return codesIn({ data: pen.getImageData(0, 0, width, height).data, width, height });
}
