import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../src/domain/calendar/opening-hours.ts';
import { queueAtOf } from '../../../src/domain/calendar/queue-time.ts';

const MINUTE = 60_000;
const at = (text: string) => Date.parse(`2026-11-27T${text}:00+05:00`); // A Friday.
const CENTRE: Calendar = {
  timeZone: 'Asia/Karachi',
  hours: Array.from({ length: 7 }, () => [
    [480, 750],
    [870, 1200],
  ]),
  holidays: [],
};

describe('the queue clock of another instant of today', () => {
  const now = { at: at('15:00'), queueAt: 10_000_000 };

  it('lies back by the open time since, without the prayer break', () => {
    expect(queueAtOf(now, CENTRE, at('14:40'))).toBe(10_000_000 - 20 * MINUTE);
    expect(queueAtOf(now, CENTRE, at('12:00'))).toBe(10_000_000 - 60 * MINUTE);
    expect(queueAtOf(now, CENTRE, at('13:00'))).toBe(queueAtOf(now, CENTRE, at('14:00')));
  });

  it('is the clock itself now, and lies ahead by the open time until then', () => {
    expect(queueAtOf(now, CENTRE, now.at)).toBe(10_000_000);
    expect(queueAtOf(now, CENTRE, at('15:10'))).toBe(10_000_000 + 10 * MINUTE);
    expect(queueAtOf(now, CENTRE, at('22:00'))).toBe(10_000_000 + 300 * MINUTE);
  });

  it('keeps the order in which papers were given out, whenever they are entered', () => {
    const minute = fc.integer({ min: 0, max: 1439 }).map((minutes) => at('00:00') + minutes * MINUTE);
    const order = fc.property(minute, minute, minute, (nowAt, a, b) => {
      const clock = { at: nowAt, queueAt: 0 };
      const [first, second] = [queueAtOf(clock, CENTRE, Math.min(a, b)), queueAtOf(clock, CENTRE, Math.max(a, b))];
      expect(first).toBeLessThanOrEqual(second);
    });
    fc.assert(order, { numRuns: 300 });
  });
});
