import { addDays } from '../../domain/calendar/civil-date.ts';
import { dayBounds } from '../../domain/calendar/service-day.ts';
import { retentionOf } from '../../domain/keeping/retention.ts';
import type { Payload } from '../../store/log/event.ts';
import { completeCentre } from '../../protocol/set-up/later-fields.ts';
import type { Store } from '../../store/store.ts';
import { dropPutAway } from '../appointment-feeds/csv/csv-folder.ts';
import { type Context, log } from '../context.ts';
import type { Hall } from '../hall.ts';

/** How many of each were let go of. */
export interface Forgotten {
  readonly persons: number;
  readonly bookingFiles: number;
  readonly commands: number;
  readonly faults: number;
  readonly calls: number;
  readonly feedback: number;
}

const NOTHING: Forgotten = { persons: 0, bookingFiles: 0, commands: 0, faults: 0, calls: 0, feedback: 0 };
/** Rows that one batch looks at, and the pause after it: a call that comes meanwhile waits for a few milliseconds. */
const MOST = 200;
const PAUSE_MS = 20;

/** One small piece of the work; `next` begins the piece after it, null when this kind is done. */
interface Piece {
  readonly forgotten: Partial<Forgotten>;
  readonly forget?: NonNullable<Payload['forget']>;
  readonly next: string | null;
}

type Place = Pick<Context, 'store' | 'centre' | 'serviceDay'>;
type Step = (context: Place, after: string) => Piece;

/** The first instant and service day that are kept. */
function keptFrom({ centre, serviceDay }: Pick<Place, 'centre' | 'serviceDay'>, days: number) {
  const day = addDays(serviceDay, -days);
  return { day, at: dayBounds(day, centre)[0] };
}

const people: Step = (context, after) => {
  const { keeping, persons } = context.store;
  const page = keeping.people(keptFrom(context, retentionOf(context.centre).personDays), after, MOST);
  const old = page.filter(({ isOld }) => isOld === 1);
  for (const { id } of old) persons.erase(id);
  return { forgotten: { persons: old.length }, next: page.at(-1)?.id ?? null };
};

const commands: Step = (context, after) => {
  const { keeping } = context.store;
  const page = keeping.commands(keptFrom(context, retentionOf(context.centre).commandDays).at, after, MOST);
  const old = page.filter(({ isOld }) => isOld === 1);
  for (const { id } of old) keeping.dropCommand(id);
  return { forgotten: { commands: old.length }, next: page.at(-1)?.id ?? null };
};

const faults: Step = (context) => {
  const { at } = keptFrom(context, retentionOf(context.centre).faultDays);
  return { forgotten: { faults: context.store.keeping.dropFaults(at) }, next: null };
};

const calls: Step = (context) => {
  const { at } = keptFrom(context, retentionOf(context.centre).callDays);
  const page = context.store.calls.oldest(at, MOST);
  const last = page.at(-1);
  if (last === undefined) return { forgotten: {}, next: null };
  return { forgotten: { calls: page.length }, forget: { callsBeforeSeq: last + 1 }, next: 'more' };
};

const feedback: Step = (context) => {
  const { day } = keptFrom(context, retentionOf(context.centre).feedbackDays);
  const count = context.store.feedback.countBefore(day);
  return count === 0
    ? { forgotten: {}, next: null }
    : { forgotten: { feedback: count }, forget: { feedbackBeforeDay: day }, next: null };
};

const STEPS: readonly Step[] = [people, commands, faults, calls, feedback];

/** Does one piece, and logs how much it let go of: counts, and nothing of whom. */
function doPiece(context: Context, step: Step, after: string): Piece {
  const piece = step(context, after);
  const about = Object.fromEntries(Object.entries(piece.forgotten).filter(([, count]) => count > 0));
  if (Object.keys(about).length > 0) {
    log(context, 'forget', null, { about, ...(piece.forget ? { forget: piece.forget } : {}) });
  }
  return piece;
}

const sum = (a: Forgotten, b: Partial<Forgotten>): Forgotten => ({
  persons: a.persons + (b.persons ?? 0),
  bookingFiles: a.bookingFiles + (b.bookingFiles ?? 0),
  commands: a.commands + (b.commands ?? 0),
  faults: a.faults + (b.faults ?? 0),
  calls: a.calls + (b.calls ?? 0),
  feedback: a.feedback + (b.feedback ?? 0),
});

/** Deletes the files of bookings that were read; how many those were. */
async function dropFiles(hall: Pick<Hall, 'inBatch'>, csvFolder: string | null): Promise<number> {
  if (csvFolder === null) return 0;
  const from = await hall.inBatch((context) => keptFrom(context, retentionOf(context.centre).bookingFileDays));
  const bookingFiles = await dropPutAway(csvFolder, from.at);
  if (bookingFiles > 0) await hall.inBatch((context) => log(context, 'forget', null, { about: { bookingFiles } }));
  return bookingFiles;
}

/**
 * Lets go of everything that is kept no longer, in pieces of a few milliseconds between which the hall goes on. Gives how
 * much it was; ends early when `isOver`.
 */
export async function forgetOld(
  hall: Pick<Hall, 'inBatch'>,
  csvFolder: string | null,
  isOver: () => boolean,
): Promise<Forgotten> {
  let total = sum(NOTHING, { bookingFiles: await dropFiles(hall, csvFolder) });
  for (const step of STEPS) {
    for (let after: string | null = ''; after !== null && !isOver();) {
      const from: string = after;
      const piece = await hall.inBatch((context) => doPiece(context, step, from));
      total = sum(total, piece.forgotten);
      after = piece.next;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
  return total;
}

/** Lets go of what the log does not hold, in a store that follows another one whose night has done so. */
export function letGoBeside(store: Store): void {
  const hall = store.hall.get();
  if (!hall) return;
  const place = { store, centre: completeCentre(hall.centre), serviceDay: hall.serviceDay };
  for (const step of [people, commands]) {
    for (let after: string | null = ''; after !== null;) {
      const from: string = after;
      after = store.transact(() => step(place, from).next);
    }
  }
}
