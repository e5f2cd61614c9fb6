import { CHANNELS, type Channel, type Fact, MOVES, type Move, NONE, type Outcome, OUTCOMES } from '../day-facts.ts';
import type { DayNotes } from './day-notes.ts';
import type { ReportEvent } from './report-event.ts';
import { changedToken, type Hold, type SeenToken } from './token-seen.ts';

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
/** Reason and channel of a call with which a counter serves somebody who stood in no line: it passes over nobody. */
const WITHOUT_TOKEN = 'withoutToken';

type Dims = Pick<Fact<'arrivals'>, 'service' | 'stage' | 'classes' | 'channel'>;

function dimsOf(
  { serviceId, stageId, classes }: Pick<Hold, 'serviceId' | 'stageId' | 'classes'>,
  channel: Channel,
  { word }: DayNotes,
): Dims {
  const kinds = classes.toSorted().join('+');
  return { service: word(serviceId), stage: word(stageId), classes: word(kinds), channel: CHANNELS.indexOf(channel) };
}

/** A hold as a row of the day. */
function holdRow(hold: Hold, notes: DayNotes): Fact<'holds'> {
  const { waitedMs, targetMs, servedMs, overtaken, p50Ms, p90Ms } = hold;
  const { word, hourOf } = notes;
  return {
    ...dimsOf(hold, hold.channel, notes),
    counter: hold.counterId,
    operator: word(hold.operator),
    cameHour: hourOf(hold.cameAt),
    hour: hourOf(hold.calledAt),
    endHour: hourOf(hold.endedAt ?? hold.calledAt),
    waitedMs,
    targetMs,
    servedMs,
    outcome: OUTCOMES.indexOf(hold.outcome),
    endsVisit: Number(hold.endsVisit),
    isJump: Number(hold.isJump),
    reason: word(hold.reason),
    overtaken,
    p50Ms,
    p90Ms,
  };
}

/** What a call tells of the wait that it ends; nothing where there was no line, or the wait was counted before. */
function waitOf({ known, isCounted }: SeenToken, hadCall: boolean, stoodInLine: boolean) {
  const waitedMs = known.waitedMs ?? 0;
  const none = { waitedMs: NONE, p50Ms: NONE, p90Ms: NONE };
  if (isCounted || !stoodInLine) return none;
  const isForecast = !hadCall && known.forecastP50Ms !== null;
  return isForecast
    ? { waitedMs, p50Ms: known.forecastP50Ms ?? NONE, p90Ms: known.forecastP90Ms ?? NONE }
    : { ...none, waitedMs };
}

/** What became of each token at its counters. */
export function tokensRead(carried: readonly (readonly [id: number, seen: SeenToken])[]) {
  const tokens = new Map(carried);
  let ended = new Set<Hold>();

  function join(seen: SeenToken, at: number, isNew: boolean, notes: DayNotes): void {
    const { known, channel } = seen;
    seen.cameAt = at;
    seen.isCounted = false;
    seen.arrival = { ...dimsOf(known, channel, notes), hour: notes.hourOf(at), isNew: Number(isNew) };
    notes.rows.arrivals.push(seen.arrival);
  }

  function take(seen: SeenToken, event: ReportEvent, hadCall: boolean, operator: string): void {
    const { known } = seen;
    const { reason, overtaken, stays } = event.payload.about ?? {};
    const isJump = event.kind === 'jump';
    const why = isJump && typeof reason === 'string' ? reason : '';
    const isWithoutToken = why === WITHOUT_TOKEN && overtaken === undefined;
    if (isWithoutToken) {
      seen.channel = WITHOUT_TOKEN;
      if (seen.arrival) seen.arrival.channel = CHANNELS.indexOf(WITHOUT_TOKEN);
    }
    const stoodInLine = event.kind !== 'resume' && !isWithoutToken && stays !== true;
    const { serviceId, stageId, classes, targetMs } = known;
    seen.hold = {
      ...{ serviceId, stageId, classes, targetMs, channel: seen.channel, operator, isJump, reason: why },
      counterId: known.counterId ?? 0,
      cameAt: seen.cameAt,
      calledAt: event.at,
      overtaken: typeof overtaken === 'number' ? overtaken : 0,
      ...waitOf(seen, hadCall, stoodInLine),
      ...{ startedAt: null, servedMs: NONE, endedAt: null, outcome: 'open', endsVisit: false },
    };
    seen.isCounted = true;
  }

  function letGo(seen: SeenToken, outcome: Outcome, { at, queueAt }: ReportEvent): void {
    const { hold, known } = seen;
    if (!hold) return;
    hold.outcome = outcome;
    hold.endedAt = at;
    hold.servedMs = hold.startedAt === null ? NONE : Math.max(0, queueAt - hold.startedAt);
    hold.endsVisit = known.state === 'done';
    ended.add(hold);
    seen.lastHold = hold;
    seen.hold = null;
  }

  /** A token is in the hands of its counter again, as if it had not been let go. */
  function takeBack(seen: SeenToken, notes: DayNotes): void {
    const { lastHold } = seen;
    if (!lastHold || !ended.delete(lastHold)) return;
    // The line that it had joined by that ending, if any.
    if (seen.arrival && !seen.isCounted) notes.void(seen.arrival);
    Object.assign(lastHold, { outcome: 'open', servedMs: NONE, endedAt: null, endsVisit: false });
    seen.hold = lastHold;
    seen.isCounted = true;
  }

  function moved(seen: SeenToken, move: Move, at: number, notes: DayNotes): void {
    const dims = dimsOf(seen.known, seen.channel, notes);
    notes.rows.moves.push({ ...dims, hour: notes.hourOf(at), move: MOVES.indexOf(move) });
  }

  function end(seen: SeenToken, event: ReportEvent, serviceBefore: string, notes: DayNotes): void {
    const outcome = ENDING[event.kind];
    if (outcome === undefined) return;
    letGo(seen, outcome, event);
    const goesOn = outcome === 'done' || outcome === 'skipped' || outcome === 'sentBack';
    const isElsewhere = outcome === 'transferred' && seen.known.serviceId !== serviceBefore;
    if (seen.known.state === 'waiting' && (goesOn || isElsewhere)) join(seen, event.at, false, notes);
  }

  function begin(event: ReportEvent, id: number, notes: DayNotes): void {
    const patch = event.payload.tokens?.find((one) => one.id === id);
    const known = changedToken(undefined, patch ?? {});
    const channel = COMING[event.kind] ?? 'walkIn';
    const seen: SeenToken = { known, channel, cameAt: 0, isCounted: false, hold: null };
    tokens.set(id, seen);
    join(seen, known.issuedAt, true, notes);
  }

  /** What an event says of the token that it is about. */
  function follow(event: ReportEvent, seen: SeenToken, before: SeenToken['known'], operator: string, notes: DayNotes) {
    const { kind, at, queueAt } = event;
    const isCalled = kind === 'call' || kind === 'jump' || (kind === 'resume' && seen.known.state === 'called');
    if (isCalled) take(seen, event, before.firstWaitMs !== null, operator);
    else if (kind === 'start' && seen.hold) seen.hold.startedAt = queueAt;
    else if (kind === 'undo') takeBack(seen, notes);
    else if (kind === 'checkIn' && before.state === 'carriedOver') join(seen, at, false, notes);
    end(seen, event, before.serviceId, notes);
    const move = MOVING[kind];
    if (move) moved(seen, move, at, notes);
  }

  return {
    of: (id: number) => tokens.get(id)?.known,
    all: () => [...tokens].map(([id, { known }]) => [id, known] as const),
    /** Takes in one event. `operatorAt` names who sits at a counter. */
    read(event: ReportEvent, notes: DayNotes, operatorAt: (counterId: number) => string): void {
      const { tokenId, payload, kind } = event;
      if (tokenId !== null && COMING[kind] && !tokens.has(tokenId)) begin(event, tokenId, notes);
      const subject = tokenId === null ? undefined : tokens.get(tokenId);
      const before = subject?.known;
      for (const patch of payload.tokens ?? []) {
        const seen = tokens.get(patch.id);
        if (!seen) continue;
        seen.known = changedToken(seen.known, patch);
      }
      if (subject && before) follow(event, subject, before, operatorAt(subject.known.counterId ?? 0), notes);
    },
    /** The rows of all holds, with those that have not ended. */
    rows(notes: DayNotes, withOpen: boolean): Fact<'holds'>[] {
      const open = withOpen ? [...tokens.values()].flatMap(({ hold }) => hold ?? []) : [];
      return [...ended, ...open].map((hold) => holdRow(hold, notes));
    },
    /** The day is over: whose visit has ended is forgotten, and no ending of the day is taken back any more. */
    turn(): void {
      ended = new Set();
      for (const [id, seen] of tokens) {
        seen.lastHold = undefined;
        seen.arrival = undefined;
        if (OVER.includes(seen.known.state)) tokens.delete(id);
      }
    },
    carry: () => [...tokens].map(([id, { lastHold: _, arrival: __, ...seen }]) => [id, seen] as const),
  };
}
