import { type Channel, type Fact, MOVES, type Move, type Outcome } from '../day-facts.ts';
import type { DayNotes } from './day-notes.ts';
import { dimsOf, holdRow, letGo, take, takeBack } from './holds.ts';
import type { ReportEvent } from './report-event.ts';
import { changedToken, type Hold, type KnownToken, type SeenToken } from './token-seen.ts';

const COMING: Readonly<Record<string, Channel>> = {
  issue: 'walkIn',
  checkInBooking: 'appointment',
  enterPaper: 'paper',
  collect: 'collected',
};
const ENDING: Readonly<Record<string, Outcome>> = {
  finish: 'done',
  skipStage: 'skipped',
  sendBack: 'sentBack',
  endVisit: 'ended',
  transfer: 'transferred',
  park: 'parked',
  markNoShow: 'noShow',
  requeue: 'requeued',
  leave: 'left',
};
const MOVING: Readonly<Record<string, Move>> = {
  leave: 'left',
  carryOver: 'carriedOver',
  postpone: 'away',
  requeue: 'requeued',
};
const OVER: readonly string[] = ['done', 'noShow', 'left'];

/** An event with the day's notes and the names of who sits at the counters. */
interface Seeing {
  readonly event: ReportEvent;
  readonly notes: DayNotes;
  readonly operatorAt: (counterId: number) => string;
  /** Holds that have ended today. */
  readonly ended: Set<Hold>;
}

/** A token joins a line. */
function join(seen: SeenToken, at: number, isNew: boolean, notes: DayNotes): void {
  const { known, channel } = seen;
  seen.cameAt = at;
  seen.isCounted = false;
  seen.arrival = { ...dimsOf(known, channel, notes), hour: notes.hourOf(at), isNew: Number(isNew) };
  notes.rows.arrivals.push(seen.arrival);
}

function begin({ event, notes }: Seeing): SeenToken {
  const patch = event.payload.tokens?.find(({ id }) => id === event.tokenId);
  const known = changedToken(undefined, patch ?? {});
  const channel = COMING[event.kind] ?? 'walkIn';
  const seen: SeenToken = { known, channel, cameAt: 0, isCounted: false, hold: null };
  join(seen, known.issuedAt, true, notes);
  return seen;
}

/** Whether the token stands in another line than before its counter let it go. */
function goesOn(outcome: Outcome, before: KnownToken, { state, serviceId }: KnownToken): boolean {
  if (state !== 'waiting') return false;
  if (outcome === 'transferred') return serviceId !== before.serviceId;
  return outcome === 'done' || outcome === 'skipped' || outcome === 'sentBack';
}

function end({ event, notes, ended }: Seeing, seen: SeenToken, before: KnownToken): void {
  const outcome = ENDING[event.kind];
  if (outcome === undefined) return;
  const hold = letGo(seen, outcome, event);
  if (hold) ended.add(hold);
  if (goesOn(outcome, before, seen.known)) join(seen, event.at, false, notes);
}

function move({ event, notes }: Seeing, { known, channel }: SeenToken): void {
  const name = MOVING[event.kind];
  if (name === undefined) return;
  const hour = notes.hourOf(event.at);
  notes.rows.moves.push({ ...dimsOf(known, channel, notes), hour, move: MOVES.indexOf(name) });
}

function undo({ notes, ended }: Seeing, seen: SeenToken): void {
  const { lastHold } = seen;
  if (lastHold && ended.delete(lastHold)) takeBack(seen, lastHold, notes);
}

const isCall = (kind: string, { state }: KnownToken): boolean =>
  kind === 'call' || kind === 'jump' || (kind === 'resume' && state === 'called');

/** What an event says of the token that it is about, which was `before`. */
function follow(seeing: Seeing, seen: SeenToken, before: KnownToken): void {
  const { event, notes, operatorAt } = seeing;
  const { kind, at, queueAt } = event;
  if (isCall(kind, seen.known)) take(seen, event, before.firstWaitMs !== null, operatorAt(seen.known.counterId ?? 0));
  else if (kind === 'start' && seen.hold) seen.hold.startedAt = queueAt;
  else if (kind === 'undo') undo(seeing, seen);
  else if (kind === 'checkIn' && before.state === 'carriedOver') join(seen, at, false, notes);
  end(seeing, seen, before);
  move(seeing, seen);
}

function change(tokens: ReadonlyMap<number, SeenToken>, patches: ReportEvent['payload']['tokens'] = []): void {
  for (const patch of patches) {
    const seen = tokens.get(patch.id);
    if (seen) seen.known = changedToken(seen.known, patch);
  }
}

/** What is kept of a token over the turn of the day. */
const carried = ({ known, channel, cameAt, isCounted, hold }: SeenToken): SeenToken => ({
  known,
  channel,
  cameAt,
  isCounted,
  hold,
});

/** What became of each token at its counters. */
export function tokensRead(from: readonly (readonly [id: number, seen: SeenToken])[]) {
  let tokens = new Map(from);
  let ended = new Set<Hold>();
  return {
    of: (id: number) => tokens.get(id)?.known,
    all: () => [...tokens].map(([id, { known }]) => [id, known] as const),
    /** Takes in one event. `operatorAt` names who sits at a counter. */
    read(event: ReportEvent, notes: DayNotes, operatorAt: (counterId: number) => string): void {
      const { tokenId, payload, kind } = event;
      const seeing = { event, notes, operatorAt, ended };
      if (tokenId !== null && COMING[kind] && !tokens.has(tokenId)) tokens.set(tokenId, begin(seeing));
      const subject = tokens.get(tokenId ?? 0);
      const before = subject?.known;
      change(tokens, payload.tokens);
      if (subject && before) follow(seeing, subject, before);
    },
    /** The rows of all holds, with those that have not ended. */
    rows(notes: DayNotes, withOpen: boolean): Fact<'holds'>[] {
      const open = withOpen ? [...tokens.values()].flatMap(({ hold }) => hold ?? []) : [];
      return [...ended, ...open].map((hold) => holdRow(hold, notes));
    },
    /** The day is over: whose visit has ended is forgotten, and no ending of the day is taken back any more. */
    turn(): void {
      ended = new Set();
      const living = [...tokens].filter(([, { known }]) => !OVER.includes(known.state));
      tokens = new Map(living.map(([id, seen]) => [id, carried(seen)]));
    },
    carry: () => [...tokens].map(([id, seen]) => [id, carried(seen)] as const),
  };
}
