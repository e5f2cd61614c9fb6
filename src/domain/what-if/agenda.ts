import TinyQueue from 'tinyqueue';
import type { Instant } from './day-event.ts';

interface Entry extends Instant {
  readonly order: number;
  readonly run: (now: Instant) => void;
}

const inOrder = (a: Entry, b: Entry): number => a.at - b.at || a.seq - b.seq || a.order - b.order;

/** What is still to happen, in the order of time. */
export function newAgenda() {
  const entries = new TinyQueue<Entry>([], inOrder);
  let entered = 0;
  return {
    /** Enters what happens at an instant; what is to happen never is left out. */
    add({ at, seq }: Instant, run: (now: Instant) => void): void {
      if (!Number.isFinite(at)) return;
      entered += 1;
      entries.push({ at, seq, order: entered, run });
    },
    /** Lets everything happen, up to that time (epoch ms). */
    runUntil(endAt: number): void {
      for (let next = entries.pop(); next && next.at <= endAt; next = entries.pop()) {
        next.run({ at: next.at, seq: next.seq });
      }
    },
  };
}

export type Agenda = ReturnType<typeof newAgenda>;
