import { join } from 'node:path';
import type { StandbyState } from '../../protocol/standby/standby-page.ts';
import { readPairing, savePairing } from '../paired/kept-pairing.ts';
import { pair, type Pairing } from '../paired/pair.ts';

const AGAIN_MS = 5_000;

type Shown = NonNullable<StandbyState['pairing']>;

/** How a machine that is to stand by is paired: on the page of its own, and in words on its console. */
export function standbyPairing() {
  const words = Promise.withResolvers<void>();
  let shown: Shown | null = null;
  let trouble: string | null = null;
  let isOver = false;
  return {
    shown: () => shown,
    trouble: () => trouble,
    /** The code says to the hub that this is the right machine; only people can say to the machine that this is the right hub. */
    wordsAreSame(): void {
      if (shown?.isEntered) words.resolve();
    },
    stop: () => void (isOver = true),
    /** What this machine is to the hub: as it was paired once, else by a new pairing; a code that is over is followed by another. */
    async pairing(url: string, folder: string): Promise<Pairing> {
      const file = join(folder, 'standby.json');
      const known = readPairing(file);
      if (known?.kind === 'standby') return { ...known, url };
      while (!isOver) {
        try {
          const paired = await pair(url, (now) => {
            shown = { code: now.code, words: [...now.words], isEntered: false };
            console.log(`Enter the code ${now.code} at the manager's page of the hub, as a standby hub.`);
            console.log(
              `The hub's key as words: ${now.words.join(' ')}. Compare them, and say so on the page of this machine.`,
            );
          });
          if (paired.kind !== 'standby') throw new Error(`The manager has made this machine a ${paired.kind}.`);
          if (shown) shown = { ...shown, isEntered: true };
          trouble = null;
          await words.promise;
          savePairing(file, paired);
          shown = null;
          return paired;
        } catch (error) {
          trouble = error instanceof Error ? error.message : String(error);
          await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
        }
      }
      throw new Error('The pairing was given up.');
    },
  };
}

export type StandbyPairing = ReturnType<typeof standbyPairing>;
