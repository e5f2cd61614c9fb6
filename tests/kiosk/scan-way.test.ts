import { describe, expect, it } from 'vitest';
import { FIRST_PAGE, type KioskPage, WAYS } from '../../src/kiosk/kiosk-page.ts';
import { scanOf } from '../../src/domain/person/scan.ts';
import { wayOfScan } from '../../src/kiosk/scan-way.ts';
import { NO_VISIT } from '../../src/kiosk/visit/visit.ts';

const CNIC = '3520212345671';
const way = (text: string, page: KioskPage = FIRST_PAGE) =>
  wayOfScan(page, scanOf(text, { centreId: 'lahore', cnicPattern: null }));
const booked = (code: string) => ({ wish: { kind: 'booking', by: { kind: 'code', code } } });

describe('a scan', () => {
  it('of a booking checks in at once, its letters large or small', () => {
    expect(way('MKZ:lahore:LHR-0042')).toEqual(booked('LHR-0042'));
    expect(way('mkz:LAHORE:lhr-0042')).toEqual(booked('LHR-0042'));
  });

  it('of a booking of another centre goes to the hub with the centre in it', () => {
    expect(way('MKZ:multan:MUL-0042')).toEqual(booked('MKZ:multan:MUL-0042'));
  });

  it('of a tracking barcode collects, unless a digit is wrong', () => {
    expect(way('T2600042179')).toEqual({ wish: { kind: 'collect', trackingNumber: '2600042179' } });
    expect(way('T2600042170')).toMatchObject({ page: { name: 'answer' } });
  });

  it('of a card asks what it is for, and answers the question that is open', () => {
    expect(way(CNIC)).toEqual({ page: { name: 'card', cnic: CNIC } });
    expect(way(CNIC, { name: 'number', ask: 'lost' })).toEqual({ wish: { kind: 'lost', cnic: CNIC } });
    expect(way(CNIC, { name: 'number', ask: 'cnic' })).toMatchObject({ wish: { kind: 'booking' } });
    const visit = { ...NO_VISIT, services: [{ id: 'domicile', groupId: 'identity' }] };
    const confirmed = { page: { name: 'confirm', visit: { ...visit, cnic: CNIC } } };
    expect(way(CNIC, { name: 'number', ask: 'visitCnic', visit })).toEqual(confirmed);
    expect(way(CNIC, { name: 'confirm', visit })).toEqual(confirmed);
    expect(way(CNIC, { name: 'number', ask: 'phone' })).toEqual({ page: { name: 'card', cnic: CNIC } });
  });

  it('of a slip’s own code lets its citizen back in, wherever the kiosk stands', () => {
    const address = 'http://hall.example/t/42-abcdefgh_-123456';
    for (const page of [FIRST_PAGE, WAYS, { name: 'number', ask: 'code' } as const]) {
      expect(way(address, page)).toEqual({ wish: { kind: 'back', label: address } });
    }
  });

  it('of a bare code counts where a code is asked for alone', () => {
    expect(way('LHR-0042', { name: 'number', ask: 'code' })).toEqual(booked('LHR-0042'));
    expect(way('LHR-0042', WAYS)).toMatchObject({ page: { name: 'answer', error: { code: 'unknownBooking' } } });
    expect(way('LHR-0042', { name: 'number', ask: 'phone' })).toBeUndefined();
  });

  it('of a staff card asks the hub whose it is, where nothing else is under way', () => {
    expect(way('0012345678')).toEqual({ accessKey: '0012345678' });
    expect(way('04A1B2C3D4', WAYS)).toEqual({ accessKey: '04A1B2C3D4' });
    expect(way('0012345678', { name: 'number', ask: 'maintenance' })).toEqual({ accessKey: '0012345678' });
    expect(way('0012345678', { name: 'number', ask: 'phone' })).toBeUndefined();
  });

  it('leaves a token to be read', () => {
    const token: KioskPage = { name: 'token', how: 'walkIn', result: { label: 'B-001' } };
    expect(way('MKZ:lahore:LHR-0042', token)).toBeUndefined();
  });
});
