import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withChildren } from './children.ts';
import { type Fault, isBad, type Trial, trialOf } from './fault.ts';

/** What all trials of a fault came to, as a row of the table. */
export interface Outcome {
  readonly fault: Fault;
  readonly trials: readonly Trial[];
  /** Whether the control failed, as it must; undefined where the fault could not be tried. */
  readonly hasControlFailed: boolean | undefined;
  readonly skipped: string | undefined;
}

/** Runs work in an empty folder that goes with it. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'markaz-fault-'));
  try {
    return await withChildren(() => work(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A trial that came to no end is one that was not survived: it is told with the others, which go on. */
const couldNotEnd = (error: unknown): Trial =>
  trialOf([{ invariant: 'ended', what: error instanceof Error ? (error.stack ?? error.message) : String(error) }]);

/** Tries a fault so many times, and its control once. `tell` hears of each trial that has ended. */
export async function runFault(fault: Fault, rounds: number, tell: (round: number) => void): Promise<Outcome> {
  const skipped = fault.cannot?.();
  if (skipped !== undefined) return { fault, trials: [], hasControlFailed: undefined, skipped };
  const trials: Trial[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    trials.push(await inFolder((folder) => fault.trial(round, folder)).catch(couldNotEnd));
    tell(round);
  }
  const control = await inFolder(fault.control).catch(couldNotEnd);
  const hasControlFailed = control.broken.some(({ invariant }) => invariant === fault.finds);
  return { fault, trials, hasControlFailed, skipped };
}

/** Whether a fault was survived: nothing found, and the control shows that something would have been. */
export const isSurvived = ({ trials, hasControlFailed, skipped }: Outcome): boolean =>
  skipped !== undefined || (hasControlFailed === true && !trials.some(isBad));
