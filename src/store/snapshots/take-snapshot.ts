import { mkdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openReadOnly } from '../database.ts';
import { readKey } from '../files/key-file.ts';
import { checkSnapshot } from './check-snapshot.ts';
import { putOnDisk } from './on-disk.ts';
import { rotateSnapshots, snapshotFolder, snapshotName, type SnapshotFile } from './snapshot-files.ts';

/** What came of a snapshot. `diskLow`: it would have left the hub too little room, so it was not begun. */
export type SnapshotOutcome =
  | { readonly ok: true; readonly snapshot: SnapshotFile }
  | { readonly ok: false; readonly trouble: 'diskLow' | 'failed'; readonly detail: string };

/** Room that is left to the hub itself. */
const LEFT_BYTES = 64 * 1024 * 1024;

/** Bytes that lack for a copy of the store, with what the hub needs; 0 or less when there is room. */
function lackingBytes(storeFile: string, folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return statSync(storeFile).size + LEFT_BYTES - bavail * bsize;
}

function copyInto(storeFile: string, made: string): void {
  const db = openReadOnly(storeFile);
  try {
    db.prepare('VACUUM INTO ?').run(made);
  } finally {
    db.close();
  }
  // VACUUM INTO itself does not wait for the disk.
  putOnDisk(made);
}

function makeChecked(storeFile: string, at: number, made: string): SnapshotFile {
  const data = dirname(storeFile);
  const folder = snapshotFolder(data);
  rmSync(made, { force: true });
  try {
    copyInto(storeFile, made);
    const checked = checkSnapshot(made, readKey(data, 'chain'));
    if (!checked.ok) throw new Error(`The copy is ${checked.fault}.`);
    const name = snapshotName(at, checked.head.seq);
    renameSync(made, join(folder, name));
    putOnDisk(folder);
    return { name, at, seq: checked.head.seq, bytes: statSync(join(folder, name)).size };
  } finally {
    rmSync(made, { force: true });
  }
}

/**
 * Copies a store beside the running hub, checks the copy, and lets go of those that are kept no longer. A copy has its
 * name only once it is whole and on disk. Blocks for as long as it takes: for a worker, never for the hub's own thread.
 */
export function takeSnapshot(storeFile: string, at: number): SnapshotOutcome {
  const folder = snapshotFolder(dirname(storeFile));
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const lacking = lackingBytes(storeFile, folder);
    if (lacking > 0) return { ok: false, trouble: 'diskLow', detail: `${lacking} bytes more are needed` };
    const snapshot = makeChecked(storeFile, at, join(folder, 'unfinished.part'));
    rotateSnapshots(dirname(storeFile));
    return { ok: true, snapshot };
  } catch (error) {
    return { ok: false, trouble: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}
