import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What was done to a file of the store, in order. `at`: when, before it (epoch ms). */
export type Op = { readonly file: string; readonly at: number } & (
  | { readonly kind: 'write'; readonly offset: number; readonly data: Buffer }
  | { readonly kind: 'truncate'; readonly length: number }
  | { readonly kind: 'rename'; readonly to: string }
  | { readonly kind: 'sync' | 'unlink' }
);

const HEAD_BYTES = 28;
const KINDS = ['', 'write', 'truncate', 'sync', 'unlink', 'rename'] as const;

/** What is preloaded to record. */
export const RECORDER = join(import.meta.dirname, 'recorder.c');

/** All that was recorded, by file name. */
export function readRecording(file: string): readonly Op[] {
  const bytes = readFileSync(file);
  const ops: Op[] = [];
  for (let from = 0; from < bytes.length;) {
    const kind = KINDS[bytes.readUInt32LE(from)] ?? '';
    const [pathBytes, dataBytes] = [bytes.readUInt32LE(from + 4), bytes.readUInt32LE(from + 8)];
    const offset = Number(bytes.readBigUInt64LE(from + 12));
    const at = Number(bytes.readBigUInt64LE(from + 20)) / 1_000;
    const pathFrom = from + HEAD_BYTES;
    const path = basename(bytes.toString('utf8', pathFrom, pathFrom + pathBytes));
    const data = bytes.subarray(pathFrom + pathBytes, pathFrom + pathBytes + dataBytes);
    if (kind === 'write') ops.push({ kind, file: path, at, offset, data });
    else if (kind === 'truncate') ops.push({ kind, file: path, at, length: offset });
    else if (kind === 'rename') ops.push({ kind, file: path, at, to: basename(data.toString()) });
    else if (kind !== '') ops.push({ kind, file: path, at });
    from = pathFrom + pathBytes + dataBytes;
  }
  return ops;
}
