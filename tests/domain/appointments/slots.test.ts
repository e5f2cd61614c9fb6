import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar/civil-date.ts';
import { type Calendar, openMsBetween, type Span } from '../../../src/domain/calendar/opening-hours.ts';
import {
  type CounterPool,
  DEFAULT_BOOKABLE_SHARE,
  isQuarterHour,
  overbooked,
  type Slot,
  slotFloor,
  slotsOfDay,
} from '../../../src/domain/appointments/slots.ts';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const MONDAY = '2026-11-23';
const FRIDAY = '2026-11-27';
const at = (text: string) => Date.parse(`${text}+05:00`);
const CENTRE: Calendar = {
  timeZone: 'Asia/Karachi',
  hours: [
    [[480, 1200]],
    [[480, 1200]],
    [[480, 1200]],
    [[480, 1200]],
    [
      [480, 750],
      [870, 1200],
    ],
    [[480, 1200]],
    [],
  ],
  holidays: ['2026-11-24'],
};
const pool = (counters: number, ...services: readonly (readonly [string, number])[]): CounterPool => ({
  counters,
  services: services.map(([serviceId, minutes]) => ({ serviceId, serviceMs: minutes * MINUTE })),
});
const totalOf = (slots: readonly Slot[], serviceId: string) =>
  slots.filter((slot) => slot.serviceId === serviceId).reduce((sum, slot) => sum + slot.capacity, 0);
/** Whole appointments in so many; five times 0.4 are two, also in binary. */
const whole = (appointments: number) => Math.floor(appointments + 1e-6);

describe('a quarter-hour', () => {
  it('begins at 00, 15, 30 and 45', () => {
    expect(slotFloor(at('2026-11-23T10:14:59'))).toBe(at('2026-11-23T10:00:00'));
    expect(slotFloor(at('2026-11-23T10:15:00'))).toBe(at('2026-11-23T10:15:00'));
    expect(isQuarterHour(at('2026-11-23T10:45:00'))).toBe(true);
    expect(isQuarterHour(at('2026-11-23T10:45:00') + 1)).toBe(false);
    expect(slotFloor(Date.parse('2026-11-23T10:07:00+05:45'))).toBe(Date.parse('2026-11-23T10:00:00+05:45'));
  });
});

describe('the slots of a day', () => {
  it('give a fifth of the counters, in equal parts of time to their services', () => {
    // Ten counters: 150 min a quarter-hour, 30 of them bookable, 15 for each service.
    const slots = slotsOfDay(CENTRE, MONDAY, [pool(10, ['fine', 3], ['banking', 5])]);
    expect(DEFAULT_BOOKABLE_SHARE).toBe(0.2);
    expect(slots.slice(0, 2)).toEqual([
      { serviceId: 'fine', slotAt: at('2026-11-23T08:00:00'), capacity: 5 },
      { serviceId: 'banking', slotAt: at('2026-11-23T08:00:00'), capacity: 3 },
    ]);
    expect(slots).toHaveLength(96);
    expect(totalOf(slots, 'fine')).toBe(48 * 5);
  });

  it('add up a service of several pools', () => {
    const slots = slotsOfDay(CENTRE, MONDAY, [pool(10, ['fine', 3]), pool(5, ['fine', 5])]);
    expect(slots[0]).toEqual({ serviceId: 'fine', slotAt: at('2026-11-23T08:00:00'), capacity: 10 + 3 });
  });

  it('carry what is left over: 0.4 a quarter-hour are two in five', () => {
    const slots = slotsOfDay(CENTRE, MONDAY, [pool(1, ['domicile', 7.5])]); // 3 of 7.5 min.
    const hours = slots.slice(0, 4).map(({ slotAt }) => (slotAt - at('2026-11-23T08:00:00')) / QUARTER);
    expect(hours).toEqual([2, 4, 7, 9]);
    expect(slots.every(({ capacity }) => capacity === 1)).toBe(true);
    expect(totalOf(slots, 'domicile')).toBe(19); // 48 times 0.4 are 19.2.
  });

  it('lose nothing to binary fractions', () => {
    // 0.1 a quarter-hour: the tenth makes one, although ten times 0.1 fall short of 1 in binary.
    const slots = slotsOfDay(CENTRE, MONDAY, [pool(1, ['domicile', 15])], 0.1);
    expect(slots.map(({ slotAt }) => (slotAt - at('2026-11-23T08:00:00')) / QUARTER)).toEqual([9, 19, 29, 39]);
  });

  it('keep out of the Friday break, with nobody sent home before it', () => {
    const slots = slotsOfDay(CENTRE, FRIDAY, [pool(50, ['fine', 15], ['licence', 16], ['permit', 40])], 1);
    const lastBefore = (serviceId: string, end: string) =>
      slots.findLast((slot) => slot.serviceId === serviceId && slot.slotAt < at(`2026-11-27T${end}:00`))?.slotAt;
    expect(lastBefore('fine', '14:30')).toBe(at('2026-11-27T12:15:00'));
    expect(lastBefore('licence', '14:30')).toBe(at('2026-11-27T12:00:00'));
    expect(lastBefore('permit', '14:30')).toBe(at('2026-11-27T11:45:00'));
    expect(lastBefore('permit', '23:59')).toBe(at('2026-11-27T19:15:00'));
    expect(slots.some(({ slotAt }) => slotAt === at('2026-11-27T14:30:00'))).toBe(true);
  });

  it('begin at the first whole quarter-hour and give a short last one its part', () => {
    const odd = { ...CENTRE, hours: CENTRE.hours.map(() => [[485, 520]] as const) }; // 08:05 to 08:40.
    expect(slotsOfDay(odd, MONDAY, [pool(2, ['fine', 5])], 1)).toEqual([
      { serviceId: 'fine', slotAt: at('2026-11-23T08:15:00'), capacity: 6 },
      { serviceId: 'fine', slotAt: at('2026-11-23T08:30:00'), capacity: 4 },
    ]);
  });

  it('are none on holidays and Sundays, without counters, and without a share', () => {
    const pools = [pool(10, ['fine', 3])];
    expect(slotsOfDay(CENTRE, '2026-11-24', pools)).toEqual([]);
    expect(slotsOfDay(CENTRE, '2026-11-29', pools)).toEqual([]);
    expect(slotsOfDay(CENTRE, MONDAY, [pool(0, ['fine', 3]), pool(3)])).toEqual([]);
    expect(slotsOfDay(CENTRE, MONDAY, pools, 0)).toEqual([]);
  });
});

const service = fc.record({
  serviceId: fc.constantFrom('a', 'b', 'c', 'd'),
  serviceMs: fc.integer({ min: MINUTE, max: 90 * MINUTE }),
});
const services = fc.uniqueArray(service, { selector: (one) => one.serviceId, maxLength: 4 });
const pools = fc.array(fc.record({ counters: fc.nat(20), services }), { maxLength: 4 });
const marks = fc.uniqueArray(fc.integer({ min: 0, max: 288 }), { minLength: 2, maxLength: 6 });
const calendar: fc.Arbitrary<Calendar> = marks.map((fives) => {
  const minutes = fives.toSorted((a, b) => a - b).map((five) => five * 5);
  const spans = [0, 2, 4].flatMap((place): Span[] => {
    const [from, to] = minutes.slice(place, place + 2);
    return from !== undefined && to !== undefined ? [[from, to]] : [];
  });
  return { timeZone: 'Asia/Karachi', hours: Array.from({ length: 7 }, () => spans), holidays: ['2026-11-24'] };
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('the slots of any day', () => {
  it('never give more, up to any time of the day, than the bookable time holds', () => {
    const bound = fc.property(calendar, pools, share, (hours, all, part) => {
      const midnight = at(`${MONDAY}T00:00:00`);
      const given = new Map<string, number>();
      for (const { serviceId, slotAt, capacity } of slotsOfDay(hours, MONDAY, all, part)) {
        given.set(serviceId, (given.get(serviceId) ?? 0) + capacity);
        const openMs = openMsBetween(hours, midnight, slotAt + QUARTER);
        const exact = all.flatMap(({ counters, services: served }) =>
          served
            .filter((one) => one.serviceId === serviceId)
            .map(({ serviceMs }) => (counters * openMs * part) / served.length / serviceMs),
        );
        expect(given.get(serviceId)).toBeLessThanOrEqual(whole(exact.reduce((sum, one) => sum + one, 0)));
      }
    });
    fc.assert(bound, { numRuns: 300 });
  });

  it('give all of it but less than one appointment a service, where the doors keep whole quarter-hours', () => {
    const minute = fc.integer({ min: 1, max: 15 });
    const all = fc.property(fc.integer({ min: 1, max: 20 }), minute, share, (counters, minutes, part) => {
      const given = totalOf(slotsOfDay(CENTRE, MONDAY, [pool(counters, ['a', minutes])], part), 'a');
      expect(given).toBe(whole((counters * 720 * part) / minutes));
    });
    fc.assert(all, { numRuns: 300 });
  });

  it('lie at quarter-hours, in order, each once, and leave time to be served before the next closing', () => {
    const inside = fc.property(calendar, pools, share, (hours, all, part) => {
      const slots = slotsOfDay(hours, MONDAY, all, part);
      for (const { serviceId, slotAt, capacity } of slots) {
        const times = all.flatMap(({ services: served }) => served.filter((one) => one.serviceId === serviceId));
        const serviceMs = Math.min(...times.map((one) => one.serviceMs));
        expect(openMsBetween(hours, slotAt, slotAt + serviceMs, 0)).toBe(serviceMs);
        expect(isQuarterHour(slotAt) && capacity > 0 && Number.isInteger(capacity)).toBe(true);
      }
      expect(slots.map(({ slotAt }) => slotAt)).toEqual(slots.map(({ slotAt }) => slotAt).toSorted((a, b) => a - b));
      expect(new Set(slots.map(({ serviceId, slotAt }) => `${slotAt} ${serviceId}`)).size).toBe(slots.length);
      expect(slotsOfDay(hours, addDays(MONDAY, 1), all, part)).toEqual([]);
    });
    fc.assert(inside, { numRuns: 300 });
  });
});

describe('an overbooked slot', () => {
  const slots: readonly Slot[] = [
    { serviceId: 'fine', slotAt: 0, capacity: 2 },
    { serviceId: 'fine', slotAt: QUARTER, capacity: 2 },
    { serviceId: 'banking', slotAt: 0, capacity: 1 },
  ];

  it('holds more appointments than it takes', () => {
    const booked = [
      { serviceId: 'fine', slotAt: 0, booked: 2 },
      { serviceId: 'fine', slotAt: QUARTER, booked: 3 },
      { serviceId: 'banking', slotAt: 0, booked: 1 },
    ];
    expect(overbooked(slots, booked)).toEqual([{ serviceId: 'fine', slotAt: QUARTER, capacity: 2, booked: 3 }]);
  });

  it('takes none where no slot was offered', () => {
    const booked = [
      { serviceId: 'banking', slotAt: QUARTER, booked: 1 },
      { serviceId: 'nadra', slotAt: 0, booked: 0 },
    ];
    expect(overbooked(slots, booked)).toEqual([{ serviceId: 'banking', slotAt: QUARTER, capacity: 0, booked: 1 }]);
  });
});
