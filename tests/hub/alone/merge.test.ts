import { constants, publicEncrypt } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { checkLog } from '../../../scripts/day/check-log.ts';
import { openReadOnly } from '../../../src/store/database.ts';
import { tablesThatDiffer } from '../../../src/store/log/rebuild.ts';
import { aloneHall, CONSOLE, machine } from '../../support/alone-hall.ts';
import { MIGRATIONS } from '../../support/folder.ts';
import { bookingWith } from '../../support/bookings/bookings.ts';
import { MONDAY_TEN, wishFor } from '../../support/test-hub.ts';

const MINUTE = 60_000;
const KIOSK = machine(1);
const wish = wishFor('domicile');
const plain = { wish, sealedCnic: null };

describe('what a kiosk gave on its own', () => {
  it('becomes a token with its number, its slip and the place in line of when it was given', async () => {
    const { hall, clock, done, leaseFor, given } = await aloneHall();
    const lease = await leaseFor(KIOSK);
    clock.turnTo(MONDAY_TEN + 10 * MINUTE);
    const late = await done(KIOSK, 'issue', wish);
    const at = MONDAY_TEN + 4 * MINUTE;
    const slips = [
      { outcome: 'notSent' as const, at },
      { outcome: 'uncertain' as const, at: at + 1 },
    ];
    const merged = await done(KIOSK, 'mergeIssue', { ...plain, alone: given(lease, 1, { at, slips }) });
    expect(merged).toMatchObject({ label: 'A1-001', serviceId: 'domicile' });
    const token = hall.store.tokens.get(merged.tokenId ?? 0);
    expect(token).toMatchObject({ state: 'waiting', issuedAt: at, waitingSince: 4 * MINUTE, series: 'A1', number: 1 });
    expect(hall.store.slips.ofToken(merged.tokenId ?? 0)).toMatchObject({ outcome: 'uncertain', kioskId: 1 });
    await done(CONSOLE, 'openCounter', { operator: 'Ali' });
    expect(await done(CONSOLE, 'call', {})).toMatchObject({ label: 'A1-001' });
    expect(late.label).toBe('A-001');
  });

  it('is taken over once, however often it is told', async () => {
    const { hall, done, leaseFor, given, send } = await aloneHall();
    const alone = given(await leaseFor(KIOSK), 1);
    const id = newId();
    const first = await send(KIOSK, 'mergeIssue', { ...plain, alone }, id);
    expect(await send(KIOSK, 'mergeIssue', { ...plain, alone }, id)).toEqual(first);
    expect(await done(KIOSK, 'mergeIssue', { ...plain, alone })).toEqual({ refused: 'leaseUsed' });
    expect(hall.store.tokens.inState('waiting')).toHaveLength(1);
    // The wish itself, should it still come by some way.
    expect(await send(KIOSK, 'issue', wish, alone.forCommand)).toMatchObject({ result: { label: 'A1-001' } });
    expect(hall.store.tokens.inState('waiting')).toHaveLength(1);
  });

  it('ends the token that the hub had made of the same wish and could tell nobody of', async () => {
    const { hall, done, leaseFor, given, send } = await aloneHall();
    const lease = await leaseFor(KIOSK);
    const forCommand = newId();
    const ghost = await send(KIOSK, 'issue', wish, forCommand);
    expect(ghost).toMatchObject({ result: { label: 'A-001' } });
    expect(await done(KIOSK, 'mergeIssue', { ...plain, alone: given(lease, 1, { forCommand }) })).toMatchObject({
      label: 'A1-001',
    });
    expect(hall.store.tokens.inState('waiting').map(({ series, number }) => `${series}-${number}`)).toEqual(['A1-1']);
    expect(hall.store.tokens.inState('left')).toHaveLength(1);
  });

  it('ends nobody else’s token: not of another command, of another machine, nor from before the kiosk was cut off', async () => {
    const { hall, clock, done, leaseFor, given, send } = await aloneHall();
    const lease = await leaseFor(KIOSK);
    const [own, others, found] = [newId(), newId(), newId()];
    await send(KIOSK, 'issue', wish, own);
    await send(machine(2), 'issue', wish, others);
    await send(KIOSK, 'findToken', { cnic: '3520212345671' }, found);
    clock.turnTo(MONDAY_TEN + MINUTE);
    const contact = { at: MONDAY_TEN + MINUTE, queueAt: MINUTE };
    for (const [number, forCommand] of [own, others, found].entries()) {
      await done(KIOSK, 'mergeIssue', { ...plain, alone: given(lease, number + 1, { forCommand, contact }) });
    }
    expect(hall.store.tokens.inState('waiting')).toHaveLength(5);
  });

  it('is of its kiosk’s own series: what ends alike is not', async () => {
    const { done, leaseFor, given } = await aloneHall();
    const alone = given(await leaseFor(KIOSK), 5, { series: 'A11' });
    expect(await done(KIOSK, 'mergeIssue', { ...plain, alone })).toEqual({ refused: 'leaseRefused' });
  });

  it('waits from when it was given, but from no earlier than the last word of the hub, and from no later than now', async () => {
    const { hall, clock, done, leaseFor, given } = await aloneHall();
    clock.turnTo(MONDAY_TEN + 20 * MINUTE);
    const lease = await leaseFor(KIOSK);
    clock.turnTo(MONDAY_TEN + 40 * MINUTE);
    const contact = { at: MONDAY_TEN + 30 * MINUTE, queueAt: 30 * MINUTE };
    const waits = [];
    for (const [index, minutes] of [-900, 10, 35, 900].entries()) {
      const alone = given(lease, index + 1, { at: MONDAY_TEN + minutes * MINUTE, contact });
      const { tokenId = 0 } = await done(KIOSK, 'mergeIssue', { ...plain, alone });
      waits.push((hall.store.tokens.get(tokenId)?.waitingSince ?? 0) / MINUTE);
    }
    expect(waits).toEqual([30, 30, 35, 40]);
  });

  it('is refused, logged and lost to nobody where its lease is none of that machine', async () => {
    const { hall, done, leaseFor, given, send } = await aloneHall();
    const lease = await leaseFor(KIOSK);
    const tell = (from: typeof KIOSK, alone: ReturnType<typeof given>) =>
      done(from, 'mergeIssue', { ...plain, alone }).then(({ refused }) => refused);
    const refused = [
      await tell(machine(2), given(lease, 1)),
      await tell(machine(null), given(lease, 1)),
      await tell(machine(1, 2), given(lease, 1, { series: 'A2' })),
      await tell(KIOSK, given(lease, 201)),
      await tell(KIOSK, given(lease, 1, { series: 'A2' })),
      await tell(KIOSK, given({ ...lease, id: 'a lease of nobody' }, 1)),
      await tell(KIOSK, given({ ...lease, serviceDay: '2026-11-22' }, 1)),
      await tell(KIOSK, given({ ...lease, turn: 2 }, 1)),
    ];
    expect(refused).toEqual(refused.map(() => 'leaseRefused'));
    expect(hall.store.tokens.inState('waiting')).toEqual([]);
    expect(await send(machine(null), 'lease', { held: null })).toMatchObject({ error: { code: 'leaseRefused' } });
    const logged = hall.store.head().seq;
    await done(KIOSK, 'mergeIssue', { ...plain, alone: given(lease, 250) });
    expect(hall.store.head().seq).toBe(logged + 1);
  });

  it('is refused once its machine has shown a newer turn: it was put back from an image', async () => {
    const { done, leaseFor, given } = await aloneHall();
    const first = await leaseFor(KIOSK);
    const shown = await leaseFor(KIOSK, { leaseId: first.id, turn: first.turn, usedTo: 0 });
    await leaseFor(KIOSK, { leaseId: shown.id, turn: shown.turn, usedTo: 0 });
    expect(await done(KIOSK, 'mergeIssue', { ...plain, alone: given(first, 1) })).toEqual({ refused: 'leaseRefused' });
    // The answer of the last one may have been lost: the one that it has shown is still good.
    expect(await done(KIOSK, 'mergeIssue', { ...plain, alone: given(shown, 1) })).toMatchObject({ label: 'A1-001' });
  });

  it('keeps its citizen where a card was shown: the disk of the kiosk holds no number of it', async () => {
    const { hall, seal, done, leaseFor, given } = await aloneHall();
    const lease = await leaseFor(KIOSK);
    const key = { key: seal.publicKey(), padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
    const sealedCnic = publicEncrypt(key, Buffer.from('35202-1234567-1')).toString('base64');
    await done(KIOSK, 'mergeIssue', { wish, sealedCnic, alone: given(lease, 1) });
    expect(await done(KIOSK, 'findToken', { cnic: '3520212345671' })).toMatchObject({ label: 'A1-001' });
    // What is no sealed number costs nobody their token.
    const odd = await done(KIOSK, 'mergeIssue', { wish, sealedCnic: 'AAAA', alone: given(lease, 2) });
    expect(hall.store.tokens.get(odd.tokenId ?? 0)?.personId).toBe(null);
  });

  it('is a token of its own day when the day has turned meanwhile', async () => {
    const { hall, clock, done, leaseFor, given } = await aloneHall();
    const lease = await leaseFor(KIOSK);
    const alone = given(lease, 1, { at: MONDAY_TEN + 5 * MINUTE });
    clock.turnTo(MONDAY_TEN + 24 * 60 * MINUTE);
    const { tokenId = 0 } = await done(KIOSK, 'mergeIssue', { ...plain, alone });
    expect(hall.store.tokens.get(tokenId)).toMatchObject({ serviceDay: '2026-11-23', state: 'carriedOver' });
    expect(await done(KIOSK, 'checkIn', { label: 'A1-001' })).toMatchObject({ label: 'A1-001' });
    const next = await leaseFor(KIOSK, { leaseId: lease.id, turn: lease.turn, usedTo: 1 });
    expect(next).toMatchObject({ serviceDay: '2026-11-24', firstNumber: 1, skip: [1] });
  });

  it('counts a service and classes that the centre has given up meanwhile as far as they go', async () => {
    const { hall, done, leaseFor, given } = await aloneHall();
    const lease = await leaseFor(KIOSK);
    const some = { serviceIds: ['gone', 'domicile'], classes: ['king', 'elder'], language: 'ur' as const };
    const { tokenId = 0 } = await done(KIOSK, 'mergeIssue', { wish: some, sealedCnic: null, alone: given(lease, 1) });
    expect(hall.store.tokens.get(tokenId)).toMatchObject({ serviceId: 'domicile', classes: ['elder'] });
    const none = { ...some, serviceIds: ['gone'] };
    expect(await done(KIOSK, 'mergeIssue', { wish: none, sealedCnic: null, alone: given(lease, 2) })).toEqual({
      refused: 'unknownService',
    });
  });
});

describe('a check-in that a kiosk made on its own', () => {
  it('at two kiosks that were cut off is one token: the second slip leads to it, the earlier wait counts', async () => {
    const { hall, clock, folder, done, leaseFor, given, book } = await aloneHall();
    await book(bookingWith());
    const [first, second] = [await leaseFor(KIOSK), await leaseFor(machine(2))];
    expect(second.firstNumber).toBe(201);
    clock.turnTo(MONDAY_TEN + 25 * MINUTE);
    const code = 'LHR-0001';
    const made = await done(KIOSK, 'mergeCheckIn', { code, alone: given(first, 7, { at: MONDAY_TEN + 20 * MINUTE }) });
    expect(made).toMatchObject({ label: 'A1-007' });
    const other = await done(machine(2), 'mergeCheckIn', {
      code,
      alone: given(second, 209, { at: MONDAY_TEN + 16 * MINUTE }),
    });
    expect(other).toMatchObject({ tokenId: made.tokenId, label: 'A1-007' });
    expect(hall.store.tokens.get(made.tokenId ?? 0)?.waitingSince).toBe(16 * MINUTE);
    await done(CONSOLE, 'openCounter', { operator: 'Ali' });
    expect(await done(CONSOLE, 'jump', { label: 'A1-209', reason: 'missedCall' })).toMatchObject({ label: 'A1-007' });
    hall.close();
    const file = `${folder}/markaz.db`;
    expect(checkLog(file)).toMatchObject({ doubleNumbers: 0, faults: [] });
    const db = openReadOnly(file);
    expect(tablesThatDiffer(db, MIGRATIONS)).toEqual([]);
    db.close();
  });

  it('takes the place of the one that the hub had done and could tell nobody of', async () => {
    const { hall, clock, done, leaseFor, given, book, send } = await aloneHall();
    await book(bookingWith());
    const lease = await leaseFor(KIOSK);
    const forCommand = newId();
    await send(KIOSK, 'checkInBooking', { by: { kind: 'code', code: 'LHR-0001' } }, forCommand);
    clock.turnTo(MONDAY_TEN + MINUTE);
    const merged = await done(KIOSK, 'mergeCheckIn', { code: 'LHR-0001', alone: given(lease, 1, { forCommand }) });
    expect(merged).toMatchObject({ label: 'A1-001' });
    const ofBooking = [...hall.store.tokens.inState('waiting'), ...hall.store.tokens.inState('left')].filter(
      ({ appointmentId }) => appointmentId !== null,
    );
    expect(ofBooking.map(({ series }) => series)).toEqual(['A1']);
    expect(hall.store.appointments.bySource('LHR-0001')?.tokenId).toBe(merged.tokenId);
  });

  it('counts also where the booking was cancelled meanwhile: its citizen was let in', async () => {
    const { done, leaseFor, given, book } = await aloneHall();
    await book(bookingWith(), bookingWith({ revision: 2, status: 'cancelled' }));
    const lease = await leaseFor(KIOSK);
    expect(await done(KIOSK, 'mergeCheckIn', { code: 'LHR-0001', alone: given(lease, 1) })).toMatchObject({
      label: 'A1-001',
    });
    expect(await done(KIOSK, 'mergeCheckIn', { code: 'LHR-0404', alone: given(lease, 2) })).toEqual({
      refused: 'unknownBooking',
    });
  });
});

describe('a wish with an end', () => {
  it('is done before it, and never after: whoever sent it does without', async () => {
    const { hall, clock } = await aloneHall();
    const submit = (byAt: number) => hall.submit(KIOSK, { id: newId(), name: 'issue', payload: wish, byAt });
    expect(await submit(clock.at())).toMatchObject({ ok: true });
    expect(await submit(clock.at() - 1)).toMatchObject({ ok: false, error: { code: 'tooLate' } });
    expect(hall.store.tokens.inState('waiting')).toHaveLength(1);
  });
});
