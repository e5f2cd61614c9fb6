import { log } from '../context.ts';
import { forgetOld } from './forget.ts';
import type { KeeperHall, KeepingState } from './keeper.ts';
import { verifiedOf } from './log-findings.ts';
import type { TaskRunner } from './run-task.ts';

interface NightOptions {
  readonly hall: KeeperHall;
  readonly tasks: TaskRunner;
  /** Where files of bookings are dropped; null where none are. */
  readonly csvFolder: string | null;
  readonly told: (change: Partial<KeepingState>) => void;
  /** Called when the log was checked. */
  readonly changed: () => void;
}

/** What is done at the turn of every service day, one after the other. What fails is told, and the hall goes on. */
export function nightWork({ hall, tasks, csvFolder, told, changed }: NightOptions) {
  let last: Promise<void> = Promise.resolve();
  const at = (): number => hall.clock.at();

  /** What it finds is kept in the log itself: a hub that starts anew, or takes over, knows it. */
  async function verify(): Promise<void> {
    const badSeq = await tasks.run('verify', at());
    if (badSeq === null) console.log('The event log is whole.');
    else console.error(`The event log is broken at event ${badSeq}. Keep this folder and tell the manager.`);
    await hall.inBatch((context) => {
      const isKnown = badSeq !== null && verifiedOf(context.store)?.badSeq === badSeq;
      if (!isKnown) log(context, 'verifyLog', null, { about: badSeq === null ? {} : { badSeq } });
    });
    changed();
  }

  async function work(): Promise<void> {
    const forgotten = await forgetOld(hall, csvFolder, tasks.isStopped);
    told({ forgotten: { ...forgotten, at: at() } });
    await tasks.run('scrub', at());
    await verify();
  }

  const inTurn = (piece: () => Promise<unknown>): void => {
    last = last
      .then(piece)
      .then(() => undefined)
      .catch((error: unknown) => {
        if (!tasks.isStopped()) console.error('Work on the log and its copies failed:', error);
      });
  };

  return {
    begin: () => inTurn(work),
    /** Checks the whole log now. */
    verify: () => inTurn(verify),
    /** Lets the snapshots forget whom the store has forgotten. */
    scrub: () => inTurn(() => tasks.run('scrub', at())),
    ended: () => last,
  };
}
