import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { stepBack } from '../workers/step-back.ts';
import { openReadOnly } from '../../store/database.ts';
import { readKey } from '../../store/files/key-file.ts';
import { firstBadSeq } from '../../store/log/event-log.ts';
import { scrubSnapshots } from '../../store/snapshots/scrub.ts';
import { type SnapshotOutcome, takeSnapshot } from '../../store/snapshots/take-snapshot.ts';

/** Work on the store that takes long, and what comes of it. */
export interface Tasks {
  readonly snapshot: SnapshotOutcome;
  /** First event that is missing or changed; null when the chain is whole. */
  readonly verify: number | null;
  /** How many people were deleted from snapshots. */
  readonly scrub: number;
}

export interface TaskOrder {
  readonly task: keyof Tasks;
  readonly storeFile: string;
  readonly at: number;
}

function verify(storeFile: string): number | null {
  const db = openReadOnly(storeFile);
  try {
    return firstBadSeq(db, readKey(dirname(storeFile), 'chain')) ?? null;
  } finally {
    db.close();
  }
}

function run({ task, storeFile, at }: TaskOrder): Tasks[keyof Tasks] {
  switch (task) {
    case 'snapshot':
      return takeSnapshot(storeFile, at);
    case 'verify':
      return verify(storeFile);
    case 'scrub':
      return scrubSnapshots(storeFile);
  }
}

stepBack();
parentPort?.postMessage(run(workerData as TaskOrder));
