import { type Era, mayListen } from '../../domain/era.ts';

const KEY = 'markaz.era';

/** The latest epoch that this machine has seen, kept on its disk; a process without a page keeps it while it runs. */
export function keptEra() {
  const disk = (globalThis as { readonly localStorage?: Storage }).localStorage;
  const read = (): Era | undefined => {
    try {
      return JSON.parse(disk?.getItem(KEY) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  };
  let kept = read();
  return {
    now: (): Era | undefined => kept,
    /** Whether a hub that says this of itself may be listened to; a later epoch than was seen is kept. */
    meet(era: Era): boolean {
      if (!mayListen(kept, era)) return false;
      if (JSON.stringify(era) !== JSON.stringify(kept)) disk?.setItem(KEY, JSON.stringify(era));
      kept = era;
      return true;
    },
  };
}
