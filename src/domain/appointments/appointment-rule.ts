import type { Moment } from '../decision.ts';
import { type Calendar, openMsBetween } from '../calendar/opening-hours.ts';

/** When an appointment may check in around its slot, and the wait that it is promised from its slot on. In ms. */
export interface AppointmentRule {
  readonly earlyMs: number;
  readonly lateMs: number;
  readonly targetMs: number;
}

/** What a centre goes by that sets nothing else: 30 min before to 15 min after the slot, called within 5 min. */
export const DEFAULT_APPOINTMENT_RULE: AppointmentRule = {
  earlyMs: 30 * 60_000,
  lateMs: 15 * 60_000,
  targetMs: 5 * 60_000,
};

export type Punctuality = 'tooEarly' | 'onTime' | 'late';

/** How a check-in lies to its slot (both epoch ms). The bounds themselves are on time. */
export function punctualityOf(slotAt: number, checkInAt: number, rule: AppointmentRule): Punctuality {
  if (checkInAt < slotAt - rule.earlyMs) return 'tooEarly';
  return checkInAt > slotAt + rule.lateMs ? 'late' : 'onTime';
}

/**
 * From when a checked-in appointment waits, in ms of the queue clock: the later of its slot and its check-in. A slot to
 * come lies ahead by the open hours until then, because closed hours are no waiting.
 */
export const appointmentWaitsSince = (slotAt: number, now: Moment, calendar: Calendar): number =>
  now.queueAt + openMsBetween(calendar, now.at, slotAt);
