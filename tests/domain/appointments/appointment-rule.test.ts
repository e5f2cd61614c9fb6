import { describe, expect, it } from 'vitest';
import {
  appointmentWaitsSince,
  DEFAULT_APPOINTMENT_RULE,
  punctualityOf,
} from '../../../src/domain/appointments/appointment-rule.ts';
import type { Calendar } from '../../../src/domain/calendar/opening-hours.ts';

const MINUTE = 60_000;
const SLOT = Date.UTC(2026, 10, 27, 10, 0); // Friday, 15:00 in Lahore.
const CALENDAR: Calendar = {
  timeZone: 'Asia/Karachi',
  hours: Array.from({ length: 7 }, () => [
    [480, 750],
    [870, 1200],
  ]),
  holidays: [],
};

describe('an appointment', () => {
  it.each([
    [-31, 'tooEarly'],
    [-30, 'onTime'],
    [0, 'onTime'],
    [15, 'onTime'],
    [16, 'late'],
  ] as const)('that checks in %i min from its slot is %s', (minutes, punctuality) => {
    expect(punctualityOf(SLOT, SLOT + minutes * MINUTE, DEFAULT_APPOINTMENT_RULE)).toBe(punctuality);
  });

  it('waits from its slot on when it checks in before it', () => {
    expect(appointmentWaitsSince(SLOT, { at: SLOT - 20 * MINUTE, queueAt: 1000 }, CALENDAR)).toBe(1000 + 20 * MINUTE);
  });

  it('waits from its check-in on when that is after the slot', () => {
    expect(appointmentWaitsSince(SLOT, { at: SLOT + 10 * MINUTE, queueAt: 1000 }, CALENDAR)).toBe(1000);
  });

  it('does not count a prayer break before its slot', () => {
    const checkIn = SLOT - 180 * MINUTE; // 12:00; the doors close from 12:30 to 14:30.
    expect(appointmentWaitsSince(SLOT, { at: checkIn, queueAt: 0 }, CALENDAR)).toBe(60 * MINUTE);
  });
});
