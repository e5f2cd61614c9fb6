import { describe, expect, it } from 'vitest';
import { grantLease, LEASE_MS, type LeaseAsker, nextNumber } from '../../../src/domain/alone/lease.ts';

const ASKER: LeaseAsker = {
  deviceId: 7,
  kioskId: 2,
  serviceDay: '2026-11-23',
  mark: '',
  at: 1_000,
  newId: 'fresh',
  lastGiven: 0,
};
const first = grantLease(undefined, null, { ...ASKER, newId: 'first' });
const again = (held: Parameters<typeof grantLease>[1], change: Partial<LeaseAsker> = {}) =>
  grantLease(first, held, { ...ASKER, lastGiven: first.lastNumber, at: 5_000, ...change });

describe('a lease of numbers', () => {
  it('is two hundred numbers for twelve hours of one service day', () => {
    expect(first).toMatchObject({ id: 'first', firstNumber: 1, lastNumber: 200, turn: 1, grantedAt: 1_000 });
    expect(first.untilAt - first.grantedAt).toBe(LEASE_MS);
  });

  it('is given once more to who holds it, with two hundred numbers above what was used', () => {
    const renewed = again({ leaseId: 'first', turn: 1, usedTo: 12 });
    expect(renewed).toMatchObject({ id: 'first', firstNumber: 1, lastNumber: 212, turn: 2, shownTurn: 1 });
    expect(renewed.untilAt).toBe(5_000 + LEASE_MS);
  });

  it('never has more than two hundred that are not used, whatever its kiosk says', () => {
    for (const usedTo of [0, 1, 199, 200, 5_000]) {
      const { lastNumber } = again({ leaseId: 'first', turn: 1, usedTo });
      expect(lastNumber - Math.min(usedTo, 200)).toBe(200);
    }
  });

  it('is a fresh one above all others for another machine, another day, another kiosk, and after a restore', () => {
    const held = { leaseId: 'first', turn: 1, usedTo: 12 };
    for (const change of [{ deviceId: 8 }, { serviceDay: '2026-11-24' }, { kioskId: 3 }, { mark: 'K' }]) {
      const fresh = again(held, change);
      expect([change, fresh]).toEqual([change, expect.objectContaining({ id: 'fresh', firstNumber: 201, turn: 1 })]);
    }
    expect(again(null)).toMatchObject({ id: 'fresh', firstNumber: 201 });
    expect(again({ ...held, leaseId: 'of another disk' })).toMatchObject({ id: 'fresh', firstNumber: 201 });
  });

  it('is a fresh one for a machine that was put back from an image: it shows an older turn than it has shown', () => {
    const shown = { ...first, turn: 5, shownTurn: 4 };
    const asker = { ...ASKER, lastGiven: 200 };
    expect(grantLease(shown, { leaseId: 'first', turn: 3, usedTo: 2 }, asker)).toMatchObject({ id: 'fresh' });
    expect(grantLease(shown, { leaseId: 'first', turn: 4, usedTo: 2 }, asker)).toMatchObject({ id: 'first', turn: 6 });
    expect(grantLease(shown, { leaseId: 'first', turn: 6, usedTo: 2 }, asker)).toMatchObject({ id: 'fresh' });
  });

  it('does not grow into the block of another machine', () => {
    expect(again({ leaseId: 'first', turn: 1, usedTo: 50 }, { lastGiven: 400 }).lastNumber).toBe(200);
  });

  it('gives its numbers one after the other, but those that somebody still holds', () => {
    expect(nextNumber(first, 0, [1, 2, 5])).toBe(3);
    expect(nextNumber(first, 4, [1, 2, 5])).toBe(6);
    expect(nextNumber(first, 199, [])).toBe(200);
    expect(nextNumber(first, 199, [200])).toBe(undefined);
    expect(nextNumber(first, 200, [])).toBe(undefined);
  });
});
