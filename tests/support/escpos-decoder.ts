/** What a stream of ESC/POS bytes puts on paper; written from the Epson reference, without a look at the encoder. */
export interface Paper {
  /** Rows of dots from the first to the last command, each as bytes with the leftmost dot in the highest bit. */
  readonly rows: readonly Buffer[];
  readonly widthBytes: number;
  readonly bands: readonly number[];
  readonly cuts: number;
  readonly resets: number;
  readonly linesFed: number;
}

/** Reads the bytes. @throws at a command that it does not know, so that nothing is passed over. */
export function decodeEscpos(bytes: Buffer): Paper {
  const rows: Buffer[] = [];
  const bands: number[] = [];
  let [cuts, resets, linesFed, widthBytes, at] = [0, 0, 0, 0, 0];
  const is = (...wanted: number[]) => wanted.every((byte, i) => bytes[at + i] === byte);
  while (at < bytes.length) {
    if (is(0x1b, 0x40)) {
      resets += 1;
      at += 2;
    } else if (is(0x1b, 0x4a)) {
      for (let i = 0; i < (bytes[at + 2] ?? 0); i += 1) rows.push(Buffer.alloc(0));
      at += 3;
    } else if (is(0x1d, 0x76, 0x30, 0)) {
      const [width, height] = [bytes.readUInt16LE(at + 4), bytes.readUInt16LE(at + 6)];
      widthBytes = Math.max(widthBytes, width);
      bands.push(height);
      for (let row = 0; row < height; row += 1) rows.push(bytes.subarray(at + 8 + row * width, at + 8 + (row + 1) * width));
      at += 8 + width * height;
    } else if (is(0x1d, 0x56, 0x01)) {
      cuts += 1;
      at += 3;
    } else if (is(0x1d, 0x72, 0x01)) at += 3;
    else if (is(0x0a)) {
      linesFed += 1;
      at += 1;
    } else throw new Error(`Unknown command at ${at}: ${bytes.subarray(at, at + 6).toString('hex')}`);
  }
  return { rows: rows.map((row) => (row.length === 0 ? Buffer.alloc(widthBytes) : row)), widthBytes, bands, cuts, resets, linesFed };
}
