import { accept, refuse } from '../../domain/decision.ts';
import { serviceDayOf } from '../../domain/calendar/service-day.ts';
import { isDemoClock } from '../time/clock.ts';
import { log } from '../context.ts';
import type { Handler } from './handler.ts';

export const confirmClockCommand: Handler<'confirmClock'> = (context) => {
  const byClock = serviceDayOf(context.now.at, context.centre);
  if (byClock >= context.serviceDay) return refuse('clockNotBehind');
  log(context, 'confirmClock', null, { hall: { serviceDay: byClock }, about: { from: context.serviceDay } });
  return accept({});
};

/** A demo clock is turned by a year at most at a time: no calendar reaches to the end of the numbers. */
const MOST_TURN_MS = 366 * 86_400_000;

/** Moves the clock alone: nothing of it is logged, since every event carries its own time. */
export const turnDemoClockCommand: Handler<'turnDemoClock'> = (context, { toAt }) => {
  if (!isDemoClock(context.clock)) return refuse('notDemoClock');
  context.clock.turnTo(Math.min(toAt, context.now.at + MOST_TURN_MS));
  return accept({});
};
