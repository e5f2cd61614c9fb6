import { dayBounds } from '../../calendar/service-day.ts';
import type { Centre } from '../../centre.ts';
import { FACES } from '../../feedback.ts';
import type { DayFacts } from '../day-facts.ts';
import { casesRead, type SeenCase } from './cases-read.ts';
import { countersRead, type SeenCounter } from './counters-read.ts';
import { type DayNotes, dayNotes } from './day-notes.ts';
import { linesRead } from './lines-read.ts';
import type { ReportEvent } from './report-event.ts';
import type { SeenToken } from './token-seen.ts';
import { tokensRead } from './tokens-read.ts';

/** What is known at the end of a day, from which the next one is read on. Plain values: it is kept as JSON. */
export interface Carry {
  readonly centre: Centre;
  readonly day: string;
  readonly toSeq: number;
  readonly hash: string;
  readonly at: number;
  readonly tokens: readonly (readonly [id: number, seen: SeenToken])[];
  readonly counters: readonly (readonly [id: number, seen: SeenCounter])[];
  readonly cases: readonly (readonly [id: number, seen: SeenCase])[];
}

/** The hub ends a day by carrying over who waits: that is still told of the day that it ends. */
const isOfTurn = ({ kind, actor }: ReportEvent): boolean =>
  actor === 'hub' && (kind === 'carryOver' || kind === 'leave');

/** A day that is over, and where the next one is read on from. */
export interface Closed {
  readonly facts: DayFacts;
  readonly carry: Carry;
}

/** Reads the events of a log in order into facts, a service day at a time. */
export function factsReader(carried?: Carry) {
  let centre = carried?.centre;
  let notes: DayNotes | undefined;
  let last = carried ?? { toSeq: 0, hash: '', at: 0 };
  /** The day that the log has turned to, until the turn is over; the day that was carried begins with the next event. */
  let turningTo = carried?.day;
  const lines = linesRead((id, at) => {
    if (notes) counters.look(id, at, notes);
  });
  const tokens = tokensRead(carried?.tokens ?? []);
  const counters = countersRead(carried?.counters ?? [], {
    stateOf: (id) => tokens.of(id)?.state,
    isWaitedFor: lines.isWaitedFor,
  });
  const cases = casesRead(carried?.cases ?? []);
  for (const [id, known] of tokens.all()) lines.move(id, known, last.at);
  if (centre) lines.setUp(centre, last.at);

  function begin(day: string, event: ReportEvent): void {
    const rule = centre ?? { timeZone: 'UTC', dayStartMinute: 0 };
    const [beganAt] = dayBounds(day, rule);
    notes = dayNotes(day, beganAt, rule.dayStartMinute, event.seq);
    turningTo = undefined;
    counters.turn(last.at);
  }

  const factsNow = (of: DayNotes, withOpen: boolean): DayFacts =>
    of.facts(last.toSeq, last.hash, {
      holds: tokens.rows(of, withOpen),
      spans: counters.open(last.at, of),
      openCases: cases.open(last.at, of),
    });

  function close(next: string, of: DayNotes): Closed | undefined {
    if (!centre) return undefined;
    const facts = factsNow(of, false);
    tokens.turn();
    cases.turn();
    const rest = { tokens: tokens.carry(), counters: counters.carry(), cases: cases.carry() };
    const { toSeq, hash, at } = last;
    return { facts, carry: { centre, day: next, toSeq, hash, at, ...rest } };
  }

  function take(event: ReportEvent, of: DayNotes): void {
    const { at, kind, payload, tokenId } = event;
    const { applications = [], feedback } = payload;
    lines.pass(at);
    for (const change of payload.counters ?? []) if (change.operator != null) counters.look(change.id, at, of, change);
    tokens.read(event, of, counters.operatorOf);
    for (const { id } of payload.tokens ?? []) {
      const known = tokens.of(id);
      if (known) lines.move(id, known, at);
    }
    for (const change of payload.counters ?? []) counters.look(change.id, at, of, change);
    const held = tokenId === null ? null : (tokens.of(tokenId)?.counterId ?? null);
    if (held !== null) counters.look(held, at, of);
    for (const patch of applications) cases.read(patch, kind === 'undo', of);
    if (feedback) {
      const face = FACES.indexOf(feedback.face);
      const about = { service: of.word(feedback.serviceId), counter: feedback.counterId };
      of.rows.feedback.push({ ...about, hour: of.hourOf(at), face });
    }
  }

  return {
    /** Takes in the next event; gives the day that it ends, if it does. */
    read(event: ReportEvent): Closed | undefined {
      const { hall } = event.payload;
      const isTurned = turningTo !== undefined && !isOfTurn(event);
      const closed = isTurned && notes ? close(turningTo ?? '', notes) : undefined;
      if (hall?.centre) {
        centre = hall.centre;
        if (notes) lines.setUp(centre, event.at);
      }
      if (isTurned) begin(turningTo ?? '', event);
      if (!notes && hall?.serviceDay !== undefined) {
        begin(hall.serviceDay, event);
        if (centre) lines.setUp(centre, event.at);
      } else if (hall?.serviceDay !== undefined && hall.serviceDay !== notes?.day) turningTo = hall.serviceDay;
      if (notes) take(event, notes);
      last = { toSeq: event.seq, hash: event.hash, at: Math.max(last.at, event.at) };
      return closed;
    },
    /** The running day as far as it was read; undefined before the first. */
    facts: (): DayFacts | undefined => notes && factsNow(notes, true),
    /** The day that has begun but of which nothing is told yet. */
    turningTo: () => turningTo,
    lastSeq: () => last.toSeq,
  };
}

export type FactsReader = ReturnType<typeof factsReader>;
