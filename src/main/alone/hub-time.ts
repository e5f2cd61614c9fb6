import type { Moment } from '../../domain/decision.ts';
import type { KioskJournal } from '../../store/alone/kiosk-journal.ts';

/** How often the last contact is written down: a kiosk that is started without its hub goes on from there. */
const KEEP_MS = 30_000;

interface Contact extends Moment {
  readonly wallAt: number;
}

export interface Clocks {
  /** Epoch ms of this machine, which may be wrong. */
  readonly wallAt: () => number;
  readonly monotonicMs: () => number;
}

export const MACHINE_CLOCKS: Clocks = { wallAt: () => Date.now(), monotonicMs: () => performance.now() };

/**
 * The hub's time as its kiosk reckons it on: from the last word of the hub by this machine's monotonic clock, and over a
 * restart by its wall clock, which never takes it back.
 */
export function hubTime(journal: Pick<KioskJournal, 'kept' | 'keep'>, { wallAt, monotonicMs }: Clocks) {
  let contact = journal.kept<Contact>('contact');
  let fromMs = monotonicMs();
  let fromAt = contact && contact.at + Math.max(0, wallAt() - contact.wallAt);
  let heardMs = Number.NEGATIVE_INFINITY;
  let keptMs = Number.NEGATIVE_INFINITY;
  return {
    /** The hub has said what time it is. */
    hear({ at, queueAt }: Moment): void {
      const nowMs = monotonicMs();
      contact = { at, queueAt, wallAt: wallAt() };
      [fromAt, fromMs, heardMs] = [at, nowMs, nowMs];
      if (nowMs - keptMs < KEEP_MS) return;
      keptMs = nowMs;
      journal.keep('contact', contact);
    },
    /** The moment of the last word of the hub; undefined for a machine that never heard of one. */
    contact: (): Moment | undefined => contact && { at: Math.round(contact.at), queueAt: Math.round(contact.queueAt) },
    at: (): number | undefined =>
      fromAt === undefined ? undefined : Math.round(fromAt + Math.max(0, monotonicMs() - fromMs)),
    silentMs: (): number => monotonicMs() - heardMs,
  };
}

export type HubTime = ReturnType<typeof hubTime>;
