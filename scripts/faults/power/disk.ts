import type { Op } from './recording.ts';

/** What a disk does at a power loss with what was written and not yet synced. */
export type Fate = 'kept' | 'dropped' | 'torn';

const SECTOR_BYTES = 512;

interface FileState {
  /** What has been synced. */
  safe: Buffer;
  /** What may be lost, in order. */
  pending: Op[];
}

/** A file after writes, in bytes of its own. */
function after(safe: Buffer, ops: readonly Op[]): Buffer {
  const ends = ops.map((op) => (op.kind === 'write' ? op.offset + op.data.length : 0));
  const bytes = Buffer.alloc(ends.reduce((most, end) => Math.max(most, end), safe.length));
  safe.copy(bytes);
  let { length } = safe;
  for (const op of ops) {
    if (op.kind === 'write') {
      op.data.copy(bytes, op.offset);
      length = Math.max(length, op.offset + op.data.length);
    } else if (op.kind === 'truncate') {
      bytes.fill(0, Math.min(op.length, bytes.length));
      length = op.length;
    }
  }
  return bytes.subarray(0, length);
}

/** Only some sectors of a write. */
function tear(op: Op, random: () => number): Op {
  if (op.kind !== 'write') return op;
  const sectors = Math.floor(random() * (op.data.length / SECTOR_BYTES));
  return { ...op, data: op.data.subarray(0, sectors * SECTOR_BYTES) };
}

function survivors(pending: readonly Op[], fate: Fate, random: () => number): readonly Op[] {
  if (fate === 'kept') return pending;
  if (fate === 'dropped') return [];
  return pending.filter(() => random() < 0.5).map((op) => (random() < 0.5 ? tear(op, random) : op));
}

/** A disk that writes are played to, and that can lose its power at any time. */
export function fallibleDisk() {
  const files = new Map<string, FileState>();
  return {
    play(op: Op): void {
      const file = files.get(op.file) ?? { safe: Buffer.alloc(0), pending: [] };
      files.set(op.file, file);
      if (op.kind === 'sync') {
        file.safe = after(file.safe, file.pending);
        file.pending = [];
      } else if (op.kind === 'unlink' || op.kind === 'rename') {
        files.delete(op.file);
        if (op.kind === 'rename') files.set(op.to, file);
      } else file.pending.push(op);
    },
    /** The files as they are found when the power is back. */
    afterPowerLoss: (fate: Fate, random: () => number): ReadonlyMap<string, Buffer> =>
      new Map([...files].map(([name, { safe, pending }]) => [name, after(safe, survivors(pending, fate, random))])),
  };
}
