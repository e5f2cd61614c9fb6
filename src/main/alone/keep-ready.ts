import { v7 as newId } from 'uuid';
import type { AskReply } from '../../protocol/events.ts';
import type { Envelope } from '../../protocol/commands.ts';
import type { Reply } from '../../protocol/replies.ts';
import type { KioskJournal } from '../../store/alone/kiosk-journal.ts';
import type { LinkNow } from './link-now.ts';
import type { Held } from './held.ts';
import type { HubTime } from './hub-time.ts';
import { mergeAll } from './merge.ts';

/** How long the hub may take over what a kiosk's machine asks by itself. */
const WITHIN_MS = 4_000;
/** The right to go on alone is renewed so often, and what is needed for it looked up. */
const LEASE_EVERY_MS = 30 * 60_000;
const PROVISIONS_EVERY_MS = 60_000;
/** What the hub took over is forgotten after two days. */
const KEEP_MS = 2 * 86_400_000;

export interface Syncing {
  readonly journal: KioskJournal;
  readonly held: Held;
  readonly time: HubTime;
  readonly link: Pick<LinkNow, 'socket' | 'epoch'>;
  readonly nowMs: () => number;
  /** A number was told to the hub, and its answer is on disk. */
  readonly reached: (point: 'told' | 'merged') => void;
  /** What the hub gives for going on alone is new. */
  readonly supplied: () => void;
}

/** Speaks with the hub for the machine itself; throws where there is no answer in time. */
function hubLine({ socket, epoch }: Syncing['link']) {
  const emit = async (kind: 'command' | 'ask', body: unknown): Promise<unknown> => {
    const opened = socket();
    if (!opened?.connected) throw new Error('No link.');
    return (await opened.timeout(WITHIN_MS).emitWithAck(kind, body)) as unknown;
  };
  return {
    send: async (envelope: Envelope): Promise<Reply> =>
      (await emit('command', { ...envelope, ...(epoch() === undefined ? {} : { epoch: epoch() }) })) as Reply,
    askFor: async (mark: string | null): Promise<AskReply<'provisions'>> =>
      (await emit('ask', { name: 'provisions', payload: { mark } })) as AskReply<'provisions'>,
  };
}

/** Tells the hub what was given alone, then sees to it that the kiosk can go on alone again. One at a time. */
export function keepReady({ journal, held, time, link, nowMs, reached, supplied }: Syncing) {
  let leasedMs = Number.NEGATIVE_INFINITY;
  let suppliedMs = Number.NEGATIVE_INFINITY;
  let mergedMs = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | undefined;

  const { send, askFor } = hubLine(link);

  async function renewLease(): Promise<void> {
    const lease = held.lease();
    const usedTo = lease && journal.usedTo(lease.id);
    const shown = lease && { leaseId: lease.id, turn: lease.turn, usedTo: usedTo ?? 0 };
    const reply = await send({ id: newId(), name: 'lease', payload: { held: shown ?? null } });
    leasedMs = nowMs();
    if (reply.ok && reply.result.lease) held.takeLease(reply.result.lease);
    const at = time.at();
    if (at !== undefined) journal.forgetBefore(at - KEEP_MS);
  }

  async function supply(): Promise<void> {
    const reply = await askFor(held.mark());
    suppliedMs = nowMs();
    if (reply.ok) held.takeProvisions(reply.value);
    supplied();
  }

  const isLeaseDue = (): boolean => {
    const lease = held.lease();
    const isUsed = lease !== undefined && journal.usedTo(lease.id) >= lease.firstNumber && leasedMs < mergedMs;
    return isUsed || nowMs() - leasedMs > LEASE_EVERY_MS;
  };

  async function run(): Promise<void> {
    try {
      const isAll = await mergeAll(journal, send, (point) => {
        if (point === 'merged') mergedMs = nowMs();
        reached(point);
      });
      if (!isAll) return;
      if (isLeaseDue()) await renewLease();
      if (nowMs() - suppliedMs > PROVISIONS_EVERY_MS) await supply();
    } catch {
      // The link broke, or the hub is busy: at its next word all of it is tried again.
    }
  }

  return {
    /** Does what is due, unless that is under way. */
    look(): Promise<void> {
      running ??= run().finally(() => (running = undefined));
      return running;
    },
    /** A new link: the hub may be another one than it was. */
    renew(): void {
      [leasedMs, suppliedMs] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    },
  };
}
