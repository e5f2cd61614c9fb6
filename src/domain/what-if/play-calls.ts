import { call } from '../verbs/calling.ts';
import type { Instant } from './day-event.ts';
import type { Patience } from './day-script.ts';
import { LATE, type Stage } from './play-stage.ts';

/** A slow call that another counter was quicker than does not hold up the quick ones that follow: it comes so much later. */
const LATER = 4;

/**
 * The operators: each calls the next after the time that it took them on the day, whoever that is now. Where on the day
 * another was quicker, it is only known that it would have taken longer: then as much longer as is usual.
 */
export function playCalls({ script, hall, agenda, momentOf, tell }: Stage) {
  const patience = new Map([...script.patience].map(([id, all]) => [id, [...all]]));
  const stretches = new Map<number, Patience>();

  function callNext(counterId: number, now: Instant): void {
    const moment = momentOf(now);
    const token = hall.next(counterId, moment.queueAt);
    if (!token) return;
    const before = { token, counter: hall.counter(counterId) };
    const called = call(before, moment);
    if (called.ok) tell('call', before, called.value, now);
  }

  return {
    /** Somebody can be called from here on. */
    began(counterId: number, now: Instant): void {
      const usualMs = script.usual.reactionMs(counterId);
      const next = { ...(patience.get(counterId)?.shift() ?? { afterMs: 0, seq: LATE, hasCalled: false }) };
      const afterMs = next.hasCalled ? next.afterMs : next.afterMs + usualMs;
      stretches.set(counterId, next);
      agenda.add({ at: now.at + afterMs, seq: next.seq }, (then) => {
        if (stretches.get(counterId) !== next) return;
        stretches.set(counterId, { ...next, hasCalled: false });
        callNext(counterId, then);
      });
    },
    /** Nobody can be called any more. The time that a call would have taken holds for one of the next. */
    ended(counterId: number): void {
      const stretch = stretches.get(counterId);
      stretches.delete(counterId);
      if (stretch?.hasCalled) patience.get(counterId)?.splice(LATER, 0, stretch);
    },
  };
}
