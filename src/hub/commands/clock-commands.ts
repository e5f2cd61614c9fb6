import { accept, refuse } from '../../domain/decision.ts';
import { serviceDayOf } from '../../domain/service-day.ts';
import { isDemoClock } from '../clock.ts';
import { log } from '../context.ts';
import type { Handler } from './handler.ts';

export const confirmClockCommand: Handler<'confirmClock'> = (context) => {
  const byClock = serviceDayOf(context.now.at, context.centre);
  if (byClock >= context.serviceDay) return refuse('clockNotBehind');
  log(context, 'confirmClock', null, { hall: { serviceDay: byClock }, about: { from: context.serviceDay } });
  return accept({});
};

/** Moves the clock alone: nothing of it is logged, since every event carries its own time. */
export const turnDemoClockCommand: Handler<'turnDemoClock'> = (context, { toAt }) => {
  if (!isDemoClock(context.clock)) return refuse('notDemoClock');
  context.clock.turnTo(toAt);
  return accept({});
};
