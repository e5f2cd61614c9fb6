/** Quieter than this (of 32,767) at either end of a clip is silence. */
const SILENCE = 260;
/** What is left around the sound, so that no consonant is cut, in seconds. */
const EDGE_S = 0.015;

/** The samples without the silence at either end. */
export function trimmed(samples: Int16Array, rate: number): Int16Array {
  const edge = Math.round(EDGE_S * rate);
  const from = samples.findIndex((sample) => Math.abs(sample) > SILENCE);
  const to = samples.findLastIndex((sample) => Math.abs(sample) > SILENCE);
  return from === -1 ? samples.slice(0, 0) : samples.slice(Math.max(0, from - edge), to + edge);
}

/** Samples of one channel as a WAV file of 16 bits (Microsoft's RIFF). */
export function wavOf(samples: Int16Array, rate: number): Buffer {
  const head = Buffer.alloc(44);
  const bytes = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + bytes.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(bytes.length, 40);
  return Buffer.concat([head, bytes]);
}
