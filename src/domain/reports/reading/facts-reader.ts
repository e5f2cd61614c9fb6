import { dayBounds } from '../../calendar/service-day.ts';
import type { DayFacts } from '../day-facts.ts';
import type { Carry } from './carry.ts';
import { type DayNotes, dayNotes } from './day-notes.ts';
import { hallRead } from './hall-read.ts';
import type { ReportEvent } from './report-event.ts';

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
  const hall = hallRead(carried);
  let centre = carried?.centre;
  let notes: DayNotes | undefined;
  let last = carried ?? { toSeq: 0, hash: '', at: 0 };
  /** The day that begins with the next event that is not of the turn. */
  let next = carried?.day;
  if (centre) hall.setUp(centre, last.at);

  const factsOf = (of: DayNotes, withOpen: boolean): DayFacts =>
    of.facts(last.toSeq, last.hash, hall.rows(last.at, of, withOpen));

  function close(day: string): Closed | undefined {
    if (!centre || !notes) return undefined;
    const facts = factsOf(notes, false);
    const { toSeq, hash, at } = last;
    return { facts, carry: { centre, day, toSeq, hash, at, ...hall.turn(at) } };
  }

  function begin(day: string, fromSeq: number): void {
    const rule = centre ?? { timeZone: 'UTC', dayStartMinute: 0 };
    const [beganAt] = dayBounds(day, rule);
    notes = dayNotes(day, beganAt, rule.dayStartMinute, fromSeq);
    next = undefined;
  }

  /** Turns to the day that was announced, or to the first of all; gives the one that it ends. */
  function turn(event: ReportEvent): Closed | undefined {
    const day = notes ? next : (next ?? event.payload.hall?.serviceDay);
    if (day === undefined || isOfTurn(event)) return undefined;
    const closed = close(day);
    begin(day, event.seq);
    return closed;
  }

  return {
    /** Takes in the next event; gives the day that it ends, if it does. */
    read(event: ReportEvent): Closed | undefined {
      const { serviceDay, centre: changed = centre } = event.payload.hall ?? {};
      const isChanged = changed !== centre;
      centre = changed;
      const closed = turn(event);
      if (centre && isChanged) hall.setUp(centre, event.at);
      if (notes && serviceDay !== undefined && serviceDay !== notes.day) next = serviceDay;
      if (notes) hall.take(event, notes);
      last = { toSeq: event.seq, hash: event.hash, at: Math.max(last.at, event.at) };
      return closed;
    },
    /** The running day as far as it was read; undefined before the first. */
    facts: (): DayFacts | undefined => notes && factsOf(notes, true),
    lastSeq: () => last.toSeq,
  };
}
