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

interface Reading {
  readonly bytes: Buffer;
  at: number;
  readonly rows: Buffer[];
  readonly bands: number[];
  widthBytes: number;
  cuts: number;
  resets: number;
  linesFed: number;
}

/** Each known command: how it begins, and what it does. What it does moves `at` behind it. */
const COMMANDS: readonly { readonly begins: readonly number[]; readonly act: (reading: Reading) => void }[] = [
  { begins: [0x1b, 0x40], act: (one) => ((one.resets += 1), (one.at += 2)) },
  {
    begins: [0x1b, 0x4a],
    act(one) {
      for (let i = 0; i < (one.bytes[one.at + 2] ?? 0); i += 1) one.rows.push(Buffer.alloc(0));
      one.at += 3;
    },
  },
  {
    begins: [0x1d, 0x76, 0x30, 0],
    act(one) {
      const [width, height] = [one.bytes.readUInt16LE(one.at + 4), one.bytes.readUInt16LE(one.at + 6)];
      one.widthBytes = Math.max(one.widthBytes, width);
      one.bands.push(height);
      const from = one.at + 8;
      for (let row = 0; row < height; row += 1)
        one.rows.push(one.bytes.subarray(from + row * width, from + (row + 1) * width));
      one.at = from + width * height;
    },
  },
  { begins: [0x1d, 0x56, 0x01], act: (one) => ((one.cuts += 1), (one.at += 3)) },
  { begins: [0x1d, 0x72, 0x01], act: (one) => (one.at += 3) },
  { begins: [0x0a], act: (one) => ((one.linesFed += 1), (one.at += 1)) },
];

/** Reads the bytes. @throws at a command that it does not know, so that nothing is passed over. */
export function decodeEscpos(bytes: Buffer): Paper {
  const reading: Reading = { bytes, at: 0, rows: [], bands: [], widthBytes: 0, cuts: 0, resets: 0, linesFed: 0 };
  while (reading.at < bytes.length) {
    const { at } = reading;
    const command = COMMANDS.find(({ begins }) => begins.every((byte, i) => bytes[at + i] === byte));
    if (!command) throw new Error(`Unknown command at ${at}: ${bytes.subarray(at, at + 6).toString('hex')}`);
    command.act(reading);
  }
  const { rows, widthBytes, bands, cuts, resets, linesFed } = reading;
  const paper = rows.map((row) => (row.length === 0 ? Buffer.alloc(widthBytes) : row));
  return { rows: paper, widthBytes, bands, cuts, resets, linesFed };
}
