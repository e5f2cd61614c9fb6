import { dirname } from 'node:path';
import { snapshotsIn, type SnapshotFile } from '../../store/snapshots/snapshot-files.ts';
import type { SnapshotOutcome } from '../../store/snapshots/take-snapshot.ts';
import type { LoggedEvent } from '../../store/log/event.ts';
import { log } from '../context.ts';
import type { Hall } from '../hall.ts';
import { forgetOld, type Forgotten } from './forget.ts';
import { taskRunner } from './run-task.ts';

/** What a hub knows of its backups and of its nightly work. Times in epoch ms. */
export interface KeepingState {
  /** Newest first. */
  readonly snapshots: readonly SnapshotFile[];
  readonly isTaking: boolean;
  /** Why the last snapshot was not taken; null while all is well. */
  readonly trouble: 'diskLow' | 'failed' | null;
  readonly verified: { readonly at: number; readonly badSeq: number | null } | null;
  readonly forgotten: (Forgotten & { readonly at: number }) | null;
}

const HOUR_MS = 3_600_000;
/** The first snapshot of a run waits until a hall that has just started has settled. */
const FIRST_MS = 5 * 60_000;

type KeeperHall = Pick<Hall, 'store' | 'clock' | 'inBatch' | 'byHub'>;

/** Takes a snapshot every hour, and does every night what has to be done: lets go of what is old, and checks the log. */
export function keeper(hall: KeeperHall, csvFolder: string | null, changed: () => void) {
  const folder = dirname(hall.store.file);
  const tasks = taskRunner(hall.store.file);
  let state: KeepingState = {
    snapshots: snapshotsIn(folder),
    isTaking: false,
    trouble: null,
    verified: null,
    forgotten: null,
  };
  let dueMs = performance.now() + FIRST_MS;
  let isStopped = false;
  let night: Promise<void> = Promise.resolve();
  const set = (change: Partial<KeepingState>): void => {
    state = { ...state, ...change };
    changed();
  };

  async function takeSnapshot(): Promise<SnapshotOutcome> {
    dueMs = performance.now() + HOUR_MS;
    set({ isTaking: true });
    const outcome: SnapshotOutcome = await tasks
      .run('snapshot', hall.clock.at())
      .catch((error: unknown) => ({ ok: false, trouble: 'failed', detail: String(error) }));
    if (!outcome.ok) {
      console.error(`No snapshot could be taken (${outcome.trouble}): ${outcome.detail}`);
      if (!isStopped) void hall.byHub((context) => log(context, 'snapshotFailed', null, { about: { trouble: outcome.trouble } }));
    }
    set({ isTaking: false, snapshots: snapshotsIn(folder), trouble: outcome.ok ? null : outcome.trouble });
    return outcome;
  }

  async function verify(): Promise<void> {
    const badSeq = await tasks.run('verify', hall.clock.at());
    if (badSeq !== null) console.error(`The event log is broken at event ${badSeq}. Keep this folder and tell the manager.`);
    set({ verified: { at: hall.clock.at(), badSeq } });
  }

  async function doNight(): Promise<void> {
    const forgotten = await forgetOld(hall, csvFolder, () => isStopped);
    set({ forgotten: { ...forgotten, at: hall.clock.at() } });
    await tasks.run('scrub', hall.clock.at());
    await verify();
  }

  /** What fails in the night is told, and the hall goes on. */
  const inTurn = (work: () => Promise<unknown>): void => {
    night = night
      .then(work)
      .then(() => undefined)
      .catch((error: unknown) => {
        if (!isStopped) console.error('The nightly work failed:', error);
      });
  };

  return {
    state: () => state,
    takeSnapshot,
    /** To be called again and again: takes the snapshot that is due. */
    look(): void {
      if (!state.isTaking && performance.now() >= dueMs) void takeSnapshot();
    },
    /** What an event brings: the turn of the day its nightly work, an erasure the same for the snapshots. */
    follow(events: readonly LoggedEvent[]): void {
      if (events.some(({ kind }) => kind === 'turnDay')) inTurn(doNight);
      if (events.some(({ kind }) => kind === 'eraseSubject')) inTurn(() => tasks.run('scrub', hall.clock.at()));
    },
    async stop(): Promise<void> {
      isStopped = true;
      await tasks.stop();
      await night;
    },
  };
}

export type Keeper = ReturnType<typeof keeper>;
