import { hasHoursOn } from '../../domain/calendar/opening-hours.ts';
import type { Token } from '../../domain/token.ts';
import { carryOver } from '../../domain/verbs/carry-over.ts';
import { expire } from '../../domain/verbs/ending.ts';
import { nextServiceDay } from '../../domain/calendar/service-day.ts';
import { type Context, log, logVerb } from '../context.ts';

/**
 * Turns the service day when the clock has passed its end: who waits or is parked is carried over, and whoever was
 * carried over too long ends. Called and serving tokens live on as tokens of the old day.
 */
export function turnDay(context: Context): void {
  const { store, now, serviceDay } = context;
  const day = nextServiceDay(serviceDay, now.at, context.centre);
  if (day === serviceDay) return;
  // A day without opening hours is no day on which a citizen could have come back.
  const lived = hasHoursOn(context.centre, serviceDay) ? 1 : 0;
  const carried = store.tokens
    .inState('carriedOver')
    .map((token) => ({ ...token, carriedTurns: token.carriedTurns + lived }));
  const turned = carried.map(({ id, carriedTurns }) => ({ id, carriedTurns }));
  log(context, 'turnDay', null, { hall: { serviceDay: day }, tokens: turned, about: { from: serviceDay } });
  for (const token of carried) {
    if (token.carriedTurns >= context.centre.carriedDays) settle(context, 'leave', token, expire(token, now));
  }
  for (const token of [...store.tokens.inState('waiting'), ...store.tokens.inState('parked')]) {
    settle(context, 'carryOver', token, carryOver(token, now));
  }
}

function settle(context: Context, kind: string, before: Token, decision: ReturnType<typeof carryOver>): void {
  if (!decision.ok) throw new Error(`${kind} of token ${before.id} refused: ${decision.error.code}`);
  logVerb(context, kind, { token: before }, { token: decision.value });
}
