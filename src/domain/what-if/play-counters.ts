import type { Counter } from '../counter.ts';
import type { Decision } from '../decision.ts';
import { closeCounter, openCounter, takeBreak } from '../verbs/counter-verbs.ts';
import { changedCounters } from './change.ts';
import type { Instant } from './day-event.ts';
import type { CounterDeed } from './day-script.ts';
import type { Stage } from './play-stage.ts';

/**
 * Opens, pauses and closes the counters as on the day. Who has somebody in their hands then does it once they are free,
 * and comes back from the pause that much later; a counter that was closed when its lines were empty closes when they are.
 */
export function playCounters({ script, change, hall, agenda, momentOf, say }: Stage) {
  /** What each counter has put off, in order. */
  const putOff = new Map<number, CounterDeed[]>();

  function tell(kind: string, done: Decision<Counter>, now: Instant): void {
    if (done.ok) say({ kind, tokenId: null, payload: { counters: [done.value] } }, now);
  }

  function close(counter: Counter, now: Instant): void {
    const closed = closeCounter(counter, hall.boundTo(counter.id), momentOf(now));
    if (!closed.ok) return;
    const payload = { counters: [closed.value.counter], tokens: [...closed.value.released] };
    say({ kind: 'closeCounter', tokenId: null, payload }, now);
  }

  /** Whether a counter has to put it off. */
  function mustWait({ id, status, tokenId }: Counter, { kind, whenEmpty }: CounterDeed): boolean {
    if (kind === 'openCounter' || status === 'closed') return false;
    return tokenId !== null || (whenEmpty && status === 'open' && hall.isWaitedFor(id));
  }

  /** Does it, if it can be done now. */
  function does(counterId: number, deed: CounterDeed, now: Instant): boolean {
    const counter = hall.counter(counterId);
    if (mustWait(counter, deed)) return false;
    const { kind, operator } = deed;
    if (kind === 'openCounter')
      tell(kind, openCounter(counter, operator ?? counter.operator ?? '', momentOf(now)), now);
    else if (kind === 'takeBreak') tell(kind, takeBreak(counter, momentOf(now)), now);
    else close(counter, now);
    return true;
  }

  function enter(counterId: number, deed: CounterDeed, lateMs: number): void {
    agenda.add({ at: deed.at + lateMs, seq: deed.seq }, (now) => {
      const before = putOff.get(counterId) ?? [];
      if (before.length > 0 || !does(counterId, deed, now)) putOff.set(counterId, [...before, deed]);
    });
  }

  for (const [id, deeds] of changedCounters(script.counters, change)) {
    for (const deed of deeds) enter(id, deed, 0);
  }
  return {
    /** A counter may do what it has put off, and the rest of it as much later; whether there was nothing. */
    isFree(counterId: number, now: Instant): boolean {
      const [first, ...rest] = putOff.get(counterId) ?? [];
      if (!first) return true;
      putOff.set(counterId, []);
      if (does(counterId, first, now)) for (const deed of rest) enter(counterId, deed, now.at - first.at);
      else putOff.set(counterId, [first, ...rest]);
      return false;
    },
  };
}
