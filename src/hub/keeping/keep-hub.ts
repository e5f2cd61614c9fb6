import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { restoreStore } from '../../store/snapshots/restore.ts';
import { snapshotFolder } from '../../store/snapshots/snapshot-files.ts';
import { type Hub, startHub } from '../hub.ts';
import type { HubOptions } from '../hub-parts.ts';
import type { RestoreWish } from './keeping-questions.ts';

/** Puts a snapshot back; a refusal is told, and leaves the store as it was. */
function putBack({ folder, migrations, clock }: HubOptions, { name, actor }: RestoreWish): void {
  try {
    const snapshot = join(snapshotFolder(folder), name);
    const done = restoreStore({ folder, migrations, snapshot, actor, at: clock.at(), draw: randomInt });
    console.log(`Put back: ${name}, up to event ${done.head.seq}. The store before it is in ${done.keptAside}.`);
    console.log(`Until ${done.restored.untilDay} is over, every series carries the letter ${done.restored.mark}.`);
  } catch (error) {
    console.error('The snapshot was not put back:', error instanceof Error ? error.message : error);
  }
}

/**
 * Keeps a hub running in this process. A hub cannot take its own store away under itself: when a manager asks for a
 * restore, it ends, the snapshot is put back, and it starts again at the same ports.
 * @throws as `startHub` does, at the first start.
 */
export async function keepHub(options: HubOptions) {
  let hub: Hub = await start(options.port, options.citizenPort);
  let restarting: Promise<void> = Promise.resolve();

  function start(port: number, citizenPort: number): Promise<Hub> {
    const askRestore = (wish: RestoreWish): void => {
      restarting = restarting.then(() => restart(wish)).catch(cannotStart);
    };
    return startHub({ ...options, port, citizenPort, askRestore });
  }

  async function restart(wish: RestoreWish): Promise<void> {
    await hub.close();
    putBack(options, wish);
    hub = await start(hub.port, hub.citizenPort);
    console.log(`The hub listens on ${hub.url} again.`);
  }

  /** Whoever watches over this process starts it anew, and reads why. */
  function cannotStart(error: unknown): never {
    console.error('The hub could not start again:', error);
    process.exit(1);
  }

  return {
    hub: () => hub,
    async close(): Promise<void> {
      await restarting;
      await hub.close();
    },
  };
}
