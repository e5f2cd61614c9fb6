import { forgetOld } from './forget.ts';
import type { KeeperHall, KeepingState } from './keeper.ts';
import type { TaskRunner } from './run-task.ts';

interface NightOptions {
  readonly hall: KeeperHall;
  readonly tasks: TaskRunner;
  /** Where files of bookings are dropped; null where none are. */
  readonly csvFolder: string | null;
  readonly told: (change: Partial<KeepingState>) => void;
}

/** What is done at the turn of every service day, one after the other. What fails is told, and the hall goes on. */
export function nightWork({ hall, tasks, csvFolder, told }: NightOptions) {
  let last: Promise<void> = Promise.resolve();
  const at = (): number => hall.clock.at();

  async function work(): Promise<void> {
    const forgotten = await forgetOld(hall, csvFolder, tasks.isStopped);
    told({ forgotten: { ...forgotten, at: at() } });
    await tasks.run('scrub', at());
    const badSeq = await tasks.run('verify', at());
    if (badSeq !== null)
      console.error(`The event log is broken at event ${badSeq}. Keep this folder and tell the manager.`);
    told({ verified: { at: at(), badSeq } });
  }

  const inTurn = (piece: () => Promise<unknown>): void => {
    last = last
      .then(piece)
      .then(() => undefined)
      .catch((error: unknown) => {
        if (!tasks.isStopped()) console.error('The nightly work failed:', error);
      });
  };

  return {
    begin: () => inTurn(work),
    /** Lets the snapshots forget whom the store has forgotten. */
    scrub: () => inTurn(() => tasks.run('scrub', at())),
    ended: () => last,
  };
}
