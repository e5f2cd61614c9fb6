import { describe, expect, it } from 'vitest';
import { type Appointment, type BookingFacts, takeBooking } from '../../../src/domain/appointments/appointment.ts';
import type { Booking } from '../../../src/domain/appointments/booking.ts';
import { checkInBooking, mergeCheckIns, promisedMsOf } from '../../../src/domain/verbs/check-in.ts';
import { SMALL_CENTRE } from '../../support/centre.ts';
import { issueFactsWith, tokenWith } from '../../support/rows.ts';

const MINUTE = 60_000;
const SLOT = Date.parse('2026-11-23T10:15:00+05:00');
const CENTRE = { ...SMALL_CENTRE, hours: Array.from({ length: 7 }, () => [[480, 1080]] as const) };
const FACTS: BookingFacts = {
  id: 5,
  dayBeganAt: Date.parse('2026-11-23T04:00:00+05:00'),
  personId: 'someone',
  others: [],
};
const booking = (change: Partial<Booking> = {}): Booking => ({
  sourceId: 'LHR-0001',
  revision: 3,
  status: 'booked',
  name: 'Amina',
  cnic: '3520212345671',
  phone: '923001234567',
  serviceId: 'domicile',
  slotAt: SLOT,
  language: 'ur',
  needs: [],
  ...change,
});
const known = (change: Partial<Appointment> = {}): Appointment => {
  const { name: _name, cnic: _cnic, phone: _phone, ...rest } = booking();
  return { ...rest, id: 2, personId: 'someone', tokenId: null, ...change };
};
const say = (before: Appointment | undefined, change: Partial<Booking>, facts: Partial<BookingFacts> = {}) => {
  const taken = takeBooking(CENTRE, before, booking(change), { ...FACTS, ...facts });
  return taken.ok ? taken.outcome : taken.fault;
};

describe('a booking', () => {
  it('is the same for a revision that is known or older, whatever else it says', () => {
    expect(say(known(), { serviceId: 'nadra' })).toBe('same');
    expect(say(known({ revision: 4 }), { slotAt: SLOT + 60 * MINUTE })).toBe('same');
  });

  it('moves with its slot or its service, and changes with anything else', () => {
    expect(say(known({ revision: 1 }), { slotAt: SLOT + 60 * MINUTE })).toBe('moved');
    expect(say(known({ revision: 1 }), { serviceId: 'fine' })).toBe('moved');
    expect(say(known({ revision: 1 }), { language: 'en' })).toBe('changed');
  });

  it('can be cancelled before it ever came, and its late creation then changes nothing', () => {
    const taken = takeBooking(CENTRE, undefined, booking({ status: 'cancelled', revision: 4 }), FACTS);
    expect(taken).toMatchObject({ ok: true, outcome: 'cancelled' });
    expect(taken.ok && say(taken.appointment, { revision: 3 })).toBe('same');
    expect(taken.ok && say(taken.appointment, { revision: 5 })).toBe('created');
  });

  it('of today that comes late is taken, so that its citizen can still check in; one of yesterday is not', () => {
    expect(say(undefined, { slotAt: Date.parse('2026-11-23T08:00:00+05:00') })).toBe('created');
    expect(say(undefined, { slotAt: Date.parse('2026-11-22T10:00:00+05:00') })).toBe('slotPast');
    expect(say(undefined, { slotAt: Date.parse('2026-11-23T19:00:00+05:00') })).toBe('slotClosed');
  });

  it('overlaps another of the same citizen within the quarter-hour or the time that the service takes', () => {
    const other = (minutes: number) => ({
      others: [{ sourceId: 'X', serviceId: 'fine', slotAt: SLOT + minutes * MINUTE }],
    });
    expect(say(undefined, {}, other(0))).toBe('overlaps');
    expect(say(undefined, {}, other(14))).toBe('overlaps');
    expect(say(undefined, {}, other(-14))).toBe('overlaps');
    expect(say(undefined, {}, other(15))).toBe('created');
    expect(say(undefined, {}, { others: [{ sourceId: 'LHR-0001', serviceId: 'fine', slotAt: SLOT }] })).toBe('created');
  });

  it('that is checked in is neither moved nor cancelled', () => {
    expect(say(known({ tokenId: 8 }), { revision: 9 })).toBe('alreadyCheckedIn');
    expect(say(known({ tokenId: 8 }), { revision: 9, status: 'cancelled' })).toBe('alreadyCheckedIn');
  });
});

describe('checking in', () => {
  const facts = { ...issueFactsWith({ openLeftMs: 0 }), waitForBooked: () => null, labelOfToken: null };
  const at = (minutes: number) => ({ at: SLOT + minutes * MINUTE, queueAt: 100 * MINUTE });
  const checkIn = (minutes: number, change: Partial<Appointment> = {}) =>
    checkInBooking(CENTRE, known(change), facts, at(minutes));

  it('on time waits from the slot on, with the promise of an appointment, or a shorter one of a class', () => {
    const early = checkIn(-20);
    expect(early.ok && early.value).toMatchObject({
      slotAt: SLOT,
      waitingSince: 120 * MINUTE,
      targetMs: 5 * MINUTE,
      appointmentId: 2,
    });
    const infant = checkInBooking(
      { ...CENTRE, appointments: { ...CENTRE.appointments, targetMs: 20 * MINUTE } },
      known({ needs: ['infant'] }),
      facts,
      at(0),
    );
    expect(infant.ok && infant.value.targetMs).toBe(7.5 * MINUTE);
  });

  it('late is a walk-in from then on, though the doors are about to close', () => {
    const late = checkIn(16);
    expect(late.ok && late.value).toMatchObject({ slotAt: null, waitingSince: 100 * MINUTE, targetMs: 30 * MINUTE });
  });

  it('is refused too early, on another day, cancelled and used, each with its code', () => {
    expect(checkIn(-31)).toMatchObject({ ok: false, error: { code: 'bookingTooEarly' } });
    expect(checkIn(0, { slotAt: SLOT + 24 * 60 * MINUTE })).toMatchObject({ error: { code: 'bookingOtherDay' } });
    expect(checkIn(0, { status: 'cancelled' })).toMatchObject({ error: { code: 'bookingCancelled' } });
    expect(checkIn(0, { tokenId: 3 })).toMatchObject({ error: { code: 'bookingUsed' } });
  });

  it('merged with an earlier one keeps the earlier wait, and changes nothing of a token that was called', () => {
    expect(mergeCheckIns(tokenWith({ waitingSince: 50 }), 20).waitingSince).toBe(20);
    expect(mergeCheckIns(tokenWith({ waitingSince: 50 }), 80).waitingSince).toBe(50);
    expect(mergeCheckIns(tokenWith({ waitingSince: 50, state: 'called' }), 20).waitingSince).toBe(50);
  });

  it('leaves the promise of the slot to the first stage alone', () => {
    expect(promisedMsOf(CENTRE, tokenWith({ slotAt: SLOT }))).toBe(5 * MINUTE);
    expect(promisedMsOf(CENTRE, tokenWith({ slotAt: null }))).toBe(30 * MINUTE);
    expect(promisedMsOf(CENTRE, tokenWith({ serviceId: 'gone' }))).toBeUndefined();
  });
});
