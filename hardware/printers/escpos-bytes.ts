import EscposPrinter from 'escpos/printer.js';
import type { PrintPicture } from './printer.ts';

/** Rows in one raster command: the safest common form, since some printers take no more than a byte's worth. */
const BAND_ROWS = 255;
/** Most dots that ESC J can feed at once. */
const MOST_FEED = 255;

const DLE = 0x10;
const REALTIME = new Set([0x04, 0x05, 0x14]);

/**
 * Printers obey the real-time commands DLE EOT, DLE ENQ and DLE DC4 even inside a picture, so no picture may hold
 * their bytes: the first dot of the second byte is turned over wherever they stand. One dot is not seen.
 */
export function withoutRealtimeCommands(bits: Uint8Array): Uint8Array {
  const safe = Uint8Array.from(bits);
  for (let i = 0; i + 1 < safe.length; i += 1) {
    const next = safe[i + 1] ?? 0;
    if (safe[i] === DLE && REALTIME.has(next)) safe[i + 1] = next ^ 0x80;
  }
  return safe;
}

function isBlankRow(bits: Uint8Array, row: number, stride: number): boolean {
  return bits.subarray(row * stride, (row + 1) * stride).every((byte) => byte === 0);
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly isBlank: boolean;
}

/** The picture as runs of blank and of drawn rows, none longer than one command can carry. */
function* runsOf({ bits, width, height }: PrintPicture): Generator<Run> {
  const stride = width / 8;
  let from = 0;
  while (from < height) {
    const isBlank = isBlankRow(bits, from, stride);
    const most = Math.min(height, from + (isBlank ? MOST_FEED : BAND_ROWS));
    let to = from + 1;
    while (to < most && isBlankRow(bits, to, stride) === isBlank) to += 1;
    yield { from, to, isBlank };
    from = to;
  }
}

/** GS v 0 with its rows. */
function rasterBand(bits: Uint8Array, stride: number, { from, to }: Run): Buffer {
  const rows = to - from;
  const head = [0x1d, 0x76, 0x30, 0, stride & 0xff, stride >> 8, rows & 0xff, rows >> 8];
  return Buffer.concat([Buffer.from(head), bits.subarray(from * stride, to * stride)]);
}

/** ESC J: feeds blank paper, which is quicker than sending white dots. */
const feed = (rows: number): Buffer => Buffer.from([0x1b, 0x4a, rows]);

/**
 * A slip as ESC/POS bytes: reset, the picture in bands, the paper cut partly. The `escpos` package encodes what it
 * encodes rightly (reset, feed, cut); pictures go through its raw buffer.
 * @throws when the picture's width is not a multiple of 8.
 */
export function escposBytes(picture: PrintPicture): Buffer {
  if (picture.width % 8 !== 0) throw new Error(`A picture of ${picture.width} dots is no whole number of bytes wide.`);
  const bits = withoutRealtimeCommands(picture.bits);
  const stride = picture.width / 8;
  const sent: Buffer[] = [];
  const sink = { open: () => sink, write: (bytes: Buffer) => void sent.push(Buffer.from(bytes)), close: () => sink };
  const printer = new EscposPrinter(sink, { encoding: 'cp437' });
  printer.hardware('init');
  for (const run of runsOf({ ...picture, bits })) {
    printer.print(run.isBlank ? feed(run.to - run.from) : rasterBand(bits, stride, run));
  }
  printer.cut(true);
  printer.flush();
  return Buffer.concat(sent);
}
