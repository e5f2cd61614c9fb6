import { CHANNELS, type Channel, type Fact, NONE, type Outcome, OUTCOMES } from '../day-facts.ts';
import type { DayNotes } from './day-notes.ts';
import type { ReportEvent } from './report-event.ts';
import type { Hold, SeenToken } from './token-seen.ts';

/** Reason and channel of a call with which a counter serves somebody who stood in no line: it passes over nobody. */
const WITHOUT_TOKEN = 'withoutToken';

type Dims = Pick<Fact<'arrivals'>, 'service' | 'stage' | 'classes' | 'channel'>;

/** What every row of a token says of it. */
export function dimsOf(
  { serviceId, stageId, classes }: Pick<Hold, 'serviceId' | 'stageId' | 'classes'>,
  channel: Channel,
  { word }: DayNotes,
): Dims {
  const kinds = classes.toSorted().join('+');
  return { service: word(serviceId), stage: word(stageId), classes: word(kinds), channel: CHANNELS.indexOf(channel) };
}

/** A hold as a row of the day. */
export function holdRow(hold: Hold, notes: DayNotes): Fact<'holds'> {
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

/** How a counter came to a token: by hand and why, and whether its citizen stood in a line. */
function wayOf({ kind, payload }: ReportEvent) {
  const { reason, overtaken, stays } = payload.about ?? {};
  const isJump = kind === 'jump';
  const isWithoutToken = isJump && reason === WITHOUT_TOKEN && overtaken === undefined;
  return {
    isJump,
    reason: isJump && typeof reason === 'string' ? reason : '',
    overtaken: typeof overtaken === 'number' ? overtaken : 0,
    isWithoutToken,
    stoodInLine: kind !== 'resume' && !isWithoutToken && stays !== true,
  };
}

/** What a call tells of the wait that it ends; nothing where there was no line, or the wait was counted before. */
function waitOf({ known, isCounted }: SeenToken, hadCall: boolean, stoodInLine: boolean) {
  const none = { waitedMs: NONE, p50Ms: NONE, p90Ms: NONE };
  if (isCounted || !stoodInLine) return none;
  const waited = { ...none, waitedMs: known.waitedMs ?? 0 };
  if (hadCall || known.forecastP50Ms === null) return waited;
  return { ...waited, p50Ms: known.forecastP50Ms, p90Ms: known.forecastP90Ms ?? NONE };
}

/** A counter takes a token. `hadCall`: it was called before, so what was forecast at issue is over. */
export function take(seen: SeenToken, event: ReportEvent, hadCall: boolean, operator: string): void {
  const { known } = seen;
  const { isJump, reason, overtaken, isWithoutToken, stoodInLine } = wayOf(event);
  if (isWithoutToken) {
    seen.channel = WITHOUT_TOKEN;
    if (seen.arrival) seen.arrival.channel = CHANNELS.indexOf(WITHOUT_TOKEN);
  }
  seen.hold = {
    serviceId: known.serviceId,
    stageId: known.stageId,
    classes: known.classes,
    targetMs: known.targetMs,
    counterId: known.counterId ?? 0,
    channel: seen.channel,
    operator,
    isJump,
    reason,
    overtaken,
    cameAt: seen.cameAt,
    calledAt: event.at,
    ...waitOf(seen, hadCall, stoodInLine),
    startedAt: null,
    servedMs: NONE,
    endedAt: null,
    outcome: 'open',
    endsVisit: false,
  };
  seen.isCounted = true;
}

/** A counter lets a token go; gives the hold that has ended, if there was one. */
export function letGo(seen: SeenToken, outcome: Outcome, { at, queueAt }: ReportEvent): Hold | undefined {
  const { hold, known } = seen;
  if (!hold) return undefined;
  hold.outcome = outcome;
  hold.endedAt = at;
  hold.servedMs = hold.startedAt === null ? NONE : Math.max(0, queueAt - hold.startedAt);
  hold.endsVisit = known.state === 'done';
  seen.lastHold = hold;
  seen.hold = null;
  return hold;
}

/** A token is in the hands of its counter again, as if it had not been let go. */
export function takeBack(seen: SeenToken, lastHold: Hold, notes: DayNotes): void {
  // The line that it had joined by that ending, if any.
  if (seen.arrival && !seen.isCounted) notes.void(seen.arrival);
  Object.assign(lastHold, { outcome: 'open', servedMs: NONE, endedAt: null, endsVisit: false });
  seen.hold = lastHold;
  seen.isCounted = true;
}
