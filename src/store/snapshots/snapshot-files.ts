import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { snapshotsToDrop } from '../../domain/keeping/snapshot-rotation.ts';

/** A snapshot by its name: when it was taken (epoch ms), the last event in it, and its size. */
export interface SnapshotFile {
  readonly name: string;
  readonly at: number;
  readonly seq: number;
  readonly bytes: number;
}

const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z-(\d{1,15})\.db$/;

/** Where the snapshots of a data folder lie. */
export const snapshotFolder = (folder: string): string => join(folder, 'snapshots');

/** The name of a snapshot: it sorts by time, and any file system takes it. */
export const snapshotName = (at: number, seq: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z-${seq}.db`;

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(snapshotFolder(folder));
  } catch {
    return []; // There is none yet, or it cannot be read: then there is nothing to put back.
  }
}

/** The snapshots of a data folder, newest first. What was kept before a migration is none of them. */
export function snapshotsIn(folder: string): readonly SnapshotFile[] {
  return namesIn(folder)
    .flatMap((name) => {
      const [, day, hour, minute, second, seq] = NAME.exec(name) ?? [];
      if (day === undefined) return [];
      const at = Date.parse(`${day}T${hour}:${minute}:${second}Z`);
      return [{ name, at, seq: Number(seq), bytes: statSync(join(snapshotFolder(folder), name)).size }];
    })
    .toSorted((a, b) => b.at - a.at || b.seq - a.seq);
}

/** The newest snapshot of a data folder. */
export const newestSnapshot = (folder: string): SnapshotFile | undefined => snapshotsIn(folder)[0];

/** Deletes the snapshots that are kept no longer; how many those were. */
export function rotateSnapshots(folder: string): number {
  const dropped = snapshotsToDrop(snapshotsIn(folder));
  for (const { name } of dropped) rmSync(join(snapshotFolder(folder), name));
  return dropped.length;
}
