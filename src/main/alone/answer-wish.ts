import { refusal } from '../../hub/commands/command-reply.ts';
import { COMMANDS, type Envelope, envelopeSchema } from '../../protocol/commands.ts';
import type { ErrorCode } from '../../protocol/error-codes.ts';
import type { Reply } from '../../protocol/replies.ts';
import type { Given, KioskJournal } from '../../store/alone/kiosk-journal.ts';
import type { LinkSocket } from '../../hub/paired/link-socket.ts';
import type { AlonePrinting } from './alone-printing.ts';
import { type AloneWish, give, resultOfGiven } from './give.ts';
import type { Held } from './held.ts';
import type { HubTime } from './hub-time.ts';
import type { LinkNow } from './link-now.ts';

/** How long a citizen waits for the hub after the tap, and how long of that the hub may still do it. */
const HUB_MS = 2_000;
const STILL_MS = 1_500;

/** What a hub answers that has not done it, and whose citizen need not wait for another. */
const NOT_DONE: ReadonlySet<ErrorCode> = new Set(['tooLate', 'standingBy', 'otherEpoch', 'noMajority']);

export type Wish = AloneWish & { readonly id: string };

/** The envelope of a command; undefined for what is none. */
export const envelopeOf = (kind: string, body: unknown): Envelope | undefined =>
  kind === 'command' ? (envelopeSchema.safeParse(body).data as Envelope | undefined) : undefined;

/** A command that a kiosk can carry out alone; undefined for every other. */
export function wishOf(envelope: Envelope | undefined): Wish | undefined {
  if (envelope?.name !== 'issue' && envelope?.name !== 'checkInBooking') return undefined;
  const payload = COMMANDS[envelope.name].safeParse(envelope.payload).data;
  return payload && ({ id: envelope.id, name: envelope.name, payload } as Wish);
}

const replyOf = (given: Given): Reply => ({ ok: true, id: given.commandId, seq: 0, result: resultOfGiven(given) });

export interface Answering {
  readonly kioskId: number;
  readonly journal: KioskJournal;
  readonly held: Held;
  readonly time: HubTime;
  readonly link: LinkNow;
  readonly printing: Pick<AlonePrinting, 'begin'>;
  readonly reached: (point: 'given') => void;
}

/** Answers wishes: the hub's word where it comes in time, else a token of this kiosk's own. */
export function answerWishes({ kioskId, journal, held, time, link, printing, reached }: Answering) {
  /** Gives a token here and now, and prints it; what cannot be given is answered with the reason. */
  function giveHere(wish: Wish): Reply {
    const [at, contact] = [time.at(), time.contact()];
    if (at === undefined || !contact || !held.readyAt(at)) return refusal(wish.id, 'aloneCannot');
    const giving = give(journal, held, wish, { kioskId, at, contact });
    if (!giving.ok) return refusal(wish.id, giving.error.code, giving.error.details);
    reached('given');
    printing.begin(giving.value.given, giving.value.printedId);
    return replyOf(giving.value.given);
  }

  /** The hub's answer; undefined when there was none in time, and the hub will not do it any more. */
  async function askHub(socket: LinkSocket, wish: Wish): Promise<Reply | undefined> {
    try {
      const epoch = link.epoch();
      const asked = { ...wish, byAt: (time.at() ?? 0) + STILL_MS, ...(epoch === undefined ? {} : { epoch }) };
      const reply = (await socket.timeout(HUB_MS).emitWithAck('command', asked)) as Reply;
      return !reply.ok && NOT_DONE.has(reply.error.code) ? undefined : reply;
    } catch {
      return undefined;
    }
  }

  /** `pass` asks the hub and nobody else: for a kiosk that could give nothing itself. */
  return async (wish: Wish, pass: () => Promise<unknown>): Promise<unknown> => {
    const before = journal.byCommand(wish.id);
    if (before) return replyOf(before);
    const at = time.at();
    if (at === undefined || !held.readyAt(at)) return pass();
    const socket = link.live();
    const reply = socket && (await askHub(socket, wish));
    if (reply) return reply;
    link.giveUp();
    return giveHere(wish);
  };
}
