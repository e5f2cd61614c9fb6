import { describe, expect, it } from 'vitest';
import { readBooking } from '../../../src/hub/appointment-feeds/read-booking.ts';
import { wireBooking } from '../../support/bookings/wire-booking.ts';

const faultOf = (change: object): unknown => {
  const row = readBooking({ ...wireBooking(), ...change }, 'row 1');
  return 'fault' in row ? row.fault : 'none';
};

describe('a booking off the wire', () => {
  it('is brought to one form', () => {
    const row = readBooking(
      wireBooking(1, { sourceId: ' lhr-000001 ', name: ' Ayesha  Siddiqui', needs: ['elder', 'elder'] }),
      'line 7',
    );
    expect(row).toEqual({
      place: 'line 7',
      booking: {
        sourceId: 'LHR-000001',
        revision: 1,
        status: 'booked',
        name: 'Ayesha Siddiqui',
        cnic: '3520200000012',
        phone: '923001234567',
        serviceId: 'domicile',
        slotAt: Date.parse('2026-11-23T05:15:00Z'),
        language: 'ur',
        needs: ['elder'],
      },
    });
  });

  it.each([
    [{ sourceId: 'x' }, 'badBookingCode'],
    [{ sourceId: 7 }, 'badBookingCode'],
    [{ name: '<b>Ali</b>' }, 'badName'],
    [{ name: 'Ali\u202e' }, 'badName'],
    [{ name: 'A'.repeat(10_240) }, 'badName'],
    [{ name: null }, 'badName'],
    [{ cnic: '123' }, 'badCnic'],
    [{ cnic: 3_520_212_345_673 }, 'badCnic'],
    [{ phone: '042-35761234' }, 'badPhone'],
    [{ slotAt: '2026-11-23T10:20:00+05:00' }, 'badSlot'],
    [{ slotAt: '2026-02-30T10:15:00+05:00' }, 'badSlot'],
    [{ slotAt: '2026-11-23T10:15:00' }, 'badSlot'],
    [{ slotAt: 'tomorrow' }, 'badSlot'],
    [{ language: 'fr' }, 'badLanguage'],
    [{ revision: -1 }, 'rowMalformed'],
    [{ revision: 1.5 }, 'rowMalformed'],
    [{ status: 'moved' }, 'rowMalformed'],
    [{ needs: 'elder' }, 'rowMalformed'],
    [{ serviceId: 'x'.repeat(65) }, 'rowMalformed'],
    [{ isAdmin: true }, 'rowMalformed'],
    [{ sourceId: '3520212345671', cnic: 'LHR-000001' }, 'badBookingCode'],
    [{ sourceId: '35202-1234567-1' }, 'badBookingCode'],
    [{ serviceId: '35202-1234567-1', status: 'cancelled' }, 'unknownService'],
    [{ needs: ['elder', 'for 3520212345671'], status: 'cancelled' }, 'unknownClass'],
  ])('with %j is refused as %s', (change, fault) => {
    expect(faultOf(change)).toBe(fault);
  });

  it.each([[null], ['text'], [42], [[]], [{}], [undefined]])('is not read from %j', (value) => {
    expect(readBooking(value, 'row 1')).toMatchObject({ place: 'row 1', sourceId: null });
  });

  it('is named in a refusal by its code alone, and only when it has one', () => {
    expect(readBooking(wireBooking(1, { cnic: '123', name: 'Ali' }), 'row 1')).toEqual({
      place: 'row 1',
      sourceId: 'LHR-000001',
      fault: 'badCnic',
    });
    for (const sourceId of ['<img src=x>', '3520212345671', '35202-1234567-1']) {
      expect(readBooking(wireBooking(1, { sourceId, cnic: 'LHR-000001' }), 'row 1')).toMatchObject({ sourceId: null });
    }
  });

  it('has no CNIC in its name', () => {
    const row = readBooking(wireBooking(1, { name: 'Ali 35202-1234567-1' }), 'row 1');
    expect(row).toMatchObject({ booking: { name: 'Ali •••' } });
  });

  it('is cancelled without the citizen’s particulars, or with broken ones', () => {
    for (const name of ['', '<script>']) {
      const row = readBooking(wireBooking(1, { status: 'cancelled', name, cnic: '', phone: '' }), 'row 1');
      expect(row).toMatchObject({ booking: { status: 'cancelled', name: '', cnic: '', phone: '' } });
    }
    expect(faultOf({ status: 'cancelled', sourceId: '' })).toBe('badBookingCode');
  });
});
