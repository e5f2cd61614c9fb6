import { dirname } from 'node:path';
import type { LoggedEvent } from '../../store/log/event.ts';
import { snapshotsIn, type SnapshotFile } from '../../store/snapshots/snapshot-files.ts';
import type { SnapshotOutcome } from '../../store/snapshots/take-snapshot.ts';
import { log } from '../context.ts';
import type { Hall } from '../hall.ts';
import type { Forgotten } from './forget.ts';
import { nightWork } from './night-work.ts';
import { taskRunner } from './run-task.ts';

/** What a hub knows of its backups and of its nightly work. Times in epoch ms. */
export interface KeepingState {
  /** Newest first. */
  readonly snapshots: readonly SnapshotFile[];
  readonly isTaking: boolean;
  /** Why the last snapshot was not taken; null while all is well. */
  readonly trouble: 'diskLow' | 'failed' | null;
  readonly forgotten: (Forgotten & { readonly at: number }) | null;
}

const HOUR_MS = 3_600_000;
/** The first snapshot of a run waits until a hall that has just started has settled. */
const FIRST_MS = 5 * 60_000;

export type KeeperHall = Pick<Hall, 'store' | 'clock' | 'inBatch' | 'byHub'>;

function stateKeeper(folder: string, changed: () => void) {
  const snapshots = snapshotsIn(folder);
  let state: KeepingState = { snapshots, isTaking: false, trouble: null, forgotten: null };
  return {
    get: () => state,
    set(change: Partial<KeepingState>): void {
      state = { ...state, ...change };
      changed();
    },
  };
}

/**
 * Takes a snapshot every hour, and does every night what has to be done: lets go of what is old, and checks the log; that
 * also after a run that did not end cleanly.
 */
export function keeper(hall: KeeperHall, csvFolder: string | null, changed: () => void) {
  const folder = dirname(hall.store.file);
  const tasks = taskRunner(hall.store.file);
  const state = stateKeeper(folder, changed);
  const night = nightWork({ hall, tasks, csvFolder, told: state.set, changed });
  let dueMs = performance.now() + FIRST_MS;
  if (!hall.store.wasCleanStop) night.verify();

  function tellTrouble({ trouble, detail }: Extract<SnapshotOutcome, { readonly ok: false }>): void {
    console.error(`No snapshot could be taken (${trouble}): ${detail}`);
    if (!tasks.isStopped()) void hall.byHub((context) => log(context, 'snapshotFailed', null, { about: { trouble } }));
  }

  async function takeSnapshot(): Promise<SnapshotOutcome> {
    dueMs = performance.now() + HOUR_MS;
    state.set({ isTaking: true });
    const outcome: SnapshotOutcome = await tasks
      .run('snapshot', hall.clock.at())
      .catch((error: unknown) => ({ ok: false, trouble: 'failed', detail: String(error) }));
    if (!outcome.ok) tellTrouble(outcome);
    const trouble = outcome.ok ? null : outcome.trouble;
    state.set({ isTaking: false, snapshots: snapshotsIn(folder), trouble });
    return outcome;
  }

  return {
    state: state.get,
    takeSnapshot,
    /** To be called again and again: takes the snapshot that is due. */
    look(): void {
      if (!state.get().isTaking && performance.now() >= dueMs) void takeSnapshot();
    },
    /** What an event brings: the turn of the day its nightly work, an erasure the same for the snapshots. */
    follow(events: readonly LoggedEvent[]): void {
      if (events.some(({ kind }) => kind === 'turnDay')) night.begin();
      if (events.some(({ kind }) => kind === 'eraseSubject')) night.scrub();
    },
    async stop(): Promise<void> {
      await tasks.stop();
      await night.ended();
    },
  };
}

export type Keeper = ReturnType<typeof keeper>;
