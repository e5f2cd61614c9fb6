import type { Broken, Read } from './evidence.ts';

/** I10: a token is of the day in which the hub was when it was given. */
export function daysThatAreWrong({ changes }: Read): readonly Broken[] {
  const seen = new Set<number>();
  let day = '';
  return changes.flatMap(({ hall, tokens = [], about }) => {
    day = hall?.serviceDay ?? day;
    const first = tokens.filter(({ id }) => !seen.has(id));
    for (const { id } of first) seen.add(id);
    // What a kiosk gave alone is of the day of its lease.
    const wrong = about?.merged === true ? [] : first.filter(({ serviceDay }) => serviceDay !== day);
    return wrong.map(({ id, serviceDay }) => ({
      invariant: 'I10',
      what: `token ${id} is of ${serviceDay}, given on ${day}`,
    }));
  });
}

/** I10: the queue clock never goes back. */
export const clocksGoneBack = ({ events }: Read): readonly Broken[] =>
  events
    .filter(({ queue_at: queueAt }, at) => queueAt < (events[at - 1]?.queue_at ?? queueAt))
    .map(({ seq }) => ({ invariant: 'I10', what: `event ${seq}: the queue clock went back` }));
