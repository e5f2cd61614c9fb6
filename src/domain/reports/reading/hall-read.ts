import type { Centre } from '../../centre.ts';
import { FACES, type Feedback } from '../../feedback.ts';
import type { HallCarry } from './carry.ts';
import { casesRead } from './cases-read.ts';
import { countersRead } from './counters-read.ts';
import type { DayNotes } from './day-notes.ts';
import { linesRead } from './lines-read.ts';
import type { ReportEvent } from './report-event.ts';
import { tokensRead } from './tokens-read.ts';

const NOTHING: HallCarry = { tokens: [], counters: [], cases: [] };

function noteFeedback({ serviceId, counterId, face }: Feedback, at: number, { rows, word, hourOf }: DayNotes): void {
  const about = { service: word(serviceId), counter: counterId };
  rows.feedback.push({ ...about, hour: hourOf(at), face: FACES.indexOf(face) });
}

/** The hall while its log is read: tokens, lines, counters and applications, each as the events so far leave it. */
export function hallRead(carried: HallCarry = NOTHING) {
  let notes: DayNotes | undefined;
  const lines = linesRead((id, at) => {
    if (notes) counters.look(id, at, notes);
  });
  const tokens = tokensRead(carried.tokens);
  const counters = countersRead(carried.counters, {
    stateOf: (id) => tokens.of(id)?.state,
    isWaitedFor: lines.isWaitedFor,
  });
  const cases = casesRead(carried.cases);
  for (const [id, known] of tokens.all()) lines.move(id, known, 0);

  /** Counters take what has changed of them, and of the tokens in their hands. */
  function lookAtCounters({ at, payload, tokenId }: ReportEvent, of: DayNotes): void {
    for (const change of payload.counters ?? []) counters.look(change.id, at, of, change);
    const held = tokens.of(tokenId ?? 0)?.counterId ?? null;
    if (held !== null) counters.look(held, at, of);
  }

  return {
    /** The centre, now and after each change of it. */
    setUp: (centre: Centre, at: number): void => lines.setUp(centre, at),
    take(event: ReportEvent, of: DayNotes): void {
      notes = of;
      const { at, kind, payload } = event;
      lines.pass(at);
      // Who sits down is known before anybody is called.
      for (const change of payload.counters ?? []) if (change.operator) counters.look(change.id, at, of, change);
      tokens.read(event, of, counters.operatorOf);
      for (const { id } of payload.tokens ?? []) {
        const known = tokens.of(id);
        if (known) lines.move(id, known, at);
      }
      lookAtCounters(event, of);
      for (const patch of payload.applications ?? []) cases.read(patch, kind === 'undo', of);
      if (payload.feedback) noteFeedback(payload.feedback, at, of);
    },
    /** The rows that stand open at that instant; holds are among them when the day goes on. */
    rows: (at: number, of: DayNotes, withOpen: boolean) => ({
      holds: tokens.rows(of, withOpen),
      spans: counters.open(at, of),
      openCases: cases.open(at, of),
    }),
    /** The day is over; gives what the next one begins with. */
    turn(at: number): HallCarry {
      tokens.turn();
      cases.turn();
      counters.turn(at);
      return { tokens: tokens.carry(), counters: counters.carry(), cases: cases.carry() };
    },
  };
}
