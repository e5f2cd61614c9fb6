import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { ERROR_WORDS } from '../../src/protocol/error-codes.ts';
import type { Reply } from '../../src/protocol/replies.ts';
import { openReadOnly } from '../../src/store/database.ts';
import { join, kiosk, operator, testHub, wishFor } from '../support/test-hub.ts';

const issue = (payload: unknown) => ({ id: newId(), name: 'issue', payload });

describe('bad input', () => {
  it('is answered with a code and a sentence in both languages, changes nothing, and the hub lives on', async () => {
    const hub = await testHub();
    const citizen = kiosk(hub);
    const deep = JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`) as unknown;
    const cases: [unknown, string][] = [
      [issue(wishFor('nadra')), 'unknownService'],
      [issue(wishFor('shut')), 'serviceClosed'],
      [issue(wishFor('fine', ['king'])), 'unknownClass'],
      [issue({ ...wishFor('fine'), extra: 1 }), 'badCommand'],
      [issue({ serviceId: 7 }), 'badCommand'],
      [issue(null), 'badCommand'],
      [issue(deep), 'badCommand'],
      [{ ...issue(wishFor('fine')), id: 'not-an-id' }, 'badCommand'],
      [{ ...issue(wishFor('fine')), actor: 'manager' }, 'badCommand'],
      [{ id: newId(), name: 'dropTables', payload: {} }, 'unknownCommand'],
      [{ id: newId(), name: '__proto__', payload: {} }, 'unknownCommand'],
      [{ id: newId(), name: 'constructor', payload: {} }, 'unknownCommand'],
      [{ id: newId(), name: 'call', payload: {} }, 'notAllowed'],
      [issue({ ...wishFor('fine'), note: 'x'.repeat(20_000) }), 'tooLarge'],
      ['a text', 'badCommand'],
      [null, 'badCommand'],
      [[], 'badCommand'],
      [42, 'badCommand'],
    ];
    await citizen.see('kiosk', () => true);
    const head = citizen.seqs.at(-1);
    for (const [envelope, code] of cases) {
      const reply = await citizen.raw(envelope);
      if (reply.ok) throw new Error(`${code} was expected.`);
      expect(reply.error.code).toBe(code);
      expect(reply.error.message.en).not.toBe('');
      expect(reply.error.message.ur).toMatch(/[\u0600-\u06ff]/);
    }
    expect(await citizen.done('issue', wishFor('fine'))).toMatchObject({ label: 'B-001' });
    expect(head).toBe(1);
    await hub.close();
    const db = openReadOnly(hub.storeFile);
    expect(
      db.prepare("SELECT count(*) AS n FROM event WHERE kind <> 'setUp' AND kind NOT IN ('issue', 'recordSlip')").get(),
    ).toEqual({ n: 0 });
    db.close();
  });

  it('without an acknowledgement, or under another name, comes back as refused', async () => {
    const hub = await testHub();
    const citizen = kiosk(hub);
    const refused = () => new Promise<Reply>((resolve) => void citizen.socket.once('refused', resolve));
    const first = refused();
    citizen.socket.emit('command', issue(wishFor('fine')));
    expect(await first).toMatchObject({ ok: false, error: { code: 'ackMissing' } });
    const second = refused();
    citizen.socket.emit('issue', wishFor('fine'), () => undefined);
    expect(await second).toMatchObject({ ok: false, error: { code: 'unknownCommand' } });
    expect(await citizen.done('issue', wishFor('fine'))).toMatchObject({ label: 'B-001' });
  });

  it('of a million bytes ends that connection alone', async () => {
    const hub = await testHub();
    const [bad, good] = [kiosk(hub, { device: 'bad' }), kiosk(hub)];
    await bad.see('kiosk', () => true);
    const gone = new Promise((resolve) => void bad.socket.once('disconnect', resolve));
    bad.socket.emit('command', issue({ note: 'x'.repeat(2_000_000) }), () => undefined);
    await gone;
    expect(await good.done('issue', wishFor('fine'))).toMatchObject({ label: 'B-001' });
  });

  it('nested beyond reason, or with half a character in a name, harms nobody', async () => {
    const hub = await testHub();
    const [bad, ali] = [kiosk(hub, { device: 'bad' }), operator(hub, 1)];
    await bad.see('kiosk', () => true);
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    bad.socket.io.engine.write(`27["command",{"id":"x","name":"issue","payload":${deep}}]`);
    expect(await ali.raw({ id: newId(), name: 'openCounter', payload: { operator: 'K\ud800' } })).toMatchObject({
      error: { code: 'badCommand' },
    });
    expect(await ali.done('openCounter', { operator: 'Ali' })).toEqual({ counterId: 1 });
  });

  it('in wrong states and at wrong counters is refused by the rules', async () => {
    const hub = await testHub();
    const [ali, zara] = [operator(hub, 1), operator(hub, 2)];
    const codes = async (...replies: Promise<Reply>[]) =>
      (await Promise.all(replies)).map((reply) => (reply.ok ? 'ok' : reply.error.code));
    expect(await codes(ali.send('call', {}))).toEqual(['counterClosed']);
    await ali.done('openCounter', { operator: 'Ali' });
    await zara.done('openCounter', { operator: 'Zara' });
    await kiosk(hub).done('issue', wishFor('domicile'));
    await ali.done('call', {});
    expect(
      await codes(
        zara.send('start', { tokenId: 1 }),
        ali.send('finish', { tokenId: 1, thenCall: false }),
        ali.send('start', { tokenId: 99 }),
      ),
    ).toEqual(['wrongCounter', 'wrongState', 'unknownToken']);
    expect(
      await codes(
        ali.send('recall', { tokenId: 1 }),
        zara.send('jump', { label: 'zz', reason: 'x' }),
        zara.send('undo', {}),
      ),
    ).toEqual(['recallTooSoon', 'unknownToken', 'undoNothing']);
    expect(
      await codes(
        ali.send('transfer', { tokenId: 1, to: { kind: 'counter', counterId: 77 } }),
        ali.send('checkIn', { label: 'A-001' }),
      ),
    ).toEqual(['unknownCounter', 'wrongState']);
  });
});

describe('who may do what', () => {
  it('a screen that does not say properly who it is is not let in, and is told why', async () => {
    const hub = await testHub();
    const refusalOf = (auth: Record<string, unknown>) =>
      new Promise((resolve) => {
        const { socket } = join(hub, auth as never);
        socket.once('connect_error', (error) => resolve((error as Error & { data?: { code: string } }).data?.code));
        socket.once('connect', () => resolve('let in'));
      });
    expect(await refusalOf({ screen: 'kiosk', kioskId: 99 })).toBe('badHandshake');
    expect(await refusalOf({ screen: 'operator', counterId: 99 })).toBe('badHandshake');
    expect(await refusalOf({ screen: 'manager', name: '' })).toBe('badHandshake');
    expect(await refusalOf({ screen: 'kiosk', kioskId: 1, role: 'manager' })).toBe('badHandshake');
    expect(await refusalOf({ screen: 'kiosk', kioskId: 1, version: 99 })).toBe('oldProtocol');
    expect(await refusalOf({ screen: 'kiosk', kioskId: 1 })).toBe('let in');
  });
});

describe('error codes', () => {
  it('all have a sentence in both languages with the same places to fill', () => {
    for (const { en, ur } of Object.values(ERROR_WORDS)) {
      const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();
      expect(places(ur)).toEqual(places(en));
      expect(ur).toMatch(/[\u0600-\u06ff]/);
    }
  });
});
