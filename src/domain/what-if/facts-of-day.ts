import type { DayFacts } from '../reports/day-facts.ts';
import { factsReader } from '../reports/reading/facts-reader.ts';
import type { SeenToken } from '../reports/reading/token-seen.ts';
import type { Token } from '../token.ts';
import type { DayEvent, DayStart } from './day-event.ts';

/** A token that is there when the day begins, as reports see it: how it came, and who has it, is of another day. */
const seenBefore = (token: Token): SeenToken => ({
  known: token,
  channel: token.appointmentId === null ? 'walkIn' : 'appointment',
  cameAt: token.issuedAt,
  isCounted: token.firstWaitMs !== null,
  hold: null,
});

/** The facts of a day's events, as reports read them, of tokens and counters alone. */
export function factsOfDay(start: DayStart, events: readonly DayEvent[]): DayFacts {
  const { centre, day, tokens, counters } = start;
  const [first, last] = [events[0], events.at(-1)];
  const reader = factsReader({
    centre,
    day,
    toSeq: (first?.seq ?? 1) - 1,
    hash: '',
    at: first?.at ?? 0,
    tokens: tokens.map((token) => [token.id, seenBefore(token)]),
    counters: counters.map(({ id, status, operator, tokenId, statusAt }) => [
      id,
      { status, operator: operator ?? '', tokenId, phase: null, since: statusAt },
    ]),
    cases: [],
  });
  for (const event of events) {
    const { applications: _, feedback: __, ...payload } = event.payload;
    reader.read({ ...event, payload });
  }
  const facts = reader.facts();
  if (!facts) throw new Error(`Nothing happened on ${day}, up to event ${last?.seq ?? 0}.`);
  return facts;
}
