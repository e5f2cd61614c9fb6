import { describe, expect, it } from 'vitest';
import { join, kiosk, operator, testHub, wishFor } from '../support/test-hub.ts';

describe('views', () => {
  it('never go back, and a storm of changes comes as a few newest values', async () => {
    const hub = await testHub();
    const board = join(hub, { screen: 'board', hallId: null });
    const citizen = kiosk(hub);
    await Promise.all(Array.from({ length: 300 }, () => citizen.send('issue', wishFor('fine'))));
    await board.see('board', (view) => view.waiting === 300);
    expect(board.seqs).toEqual(board.seqs.toSorted((a, b) => a - b));
    expect(board.seqs.length).toBeLessThan(100);
  });

  it('carry the head of the log, so that every screen is a witness of it', async () => {
    const hub = await testHub();
    const board = join(hub, { screen: 'board', hallId: null });
    await kiosk(hub).done('issue', wishFor('fine'));
    await board.see('board', (view) => view.waiting === 1);
    expect(board.stamp('board')?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('of a board do not grow with how many wait', async () => {
    const hub = await testHub();
    const board = join(hub, { screen: 'board', hallId: null });
    const citizen = kiosk(hub);
    await citizen.done('issue', wishFor('fine'));
    const few = JSON.stringify(await board.see('board', (view) => view.waiting === 1)).length;
    await Promise.all(Array.from({ length: 99 }, () => citizen.send('issue', wishFor('fine'))));
    const many = JSON.stringify(await board.see('board', (view) => view.waiting === 100)).length;
    expect(many - few).toBeLessThan(10);
  });

  it('reach a console when a token is sent to its counter alone', async () => {
    const hub = await testHub();
    const [ali, fines] = [operator(hub, 1), operator(hub, 3)];
    await ali.done('openCounter', { operator: 'Ali' });
    await fines.done('openCounter', { operator: 'Fay' });
    await kiosk(hub).done('issue', wishFor('domicile'));
    await ali.done('call', {});
    await ali.done('transfer', { tokenId: 1, to: { kind: 'counter', counterId: 3 } });
    const sent = await fines.see('counter', (view) => view.next.length === 1);
    expect(sent.next[0]).toMatchObject({ label: 'A-001', isBound: true });
    await fines.done('closeCounter', {});
    const back = await ali.see('counter', (view) => view.next.length === 1);
    expect(back.next[0]).toMatchObject({ label: 'A-001', isBound: false });
  });

  it('come with a pulse at least every two seconds', async () => {
    const hub = await testHub();
    const board = join(hub, { screen: 'board', hallId: null });
    const stamp = await new Promise((resolve) => void board.socket.once('pulse', resolve));
    expect(stamp).toMatchObject({ seq: 1 });
  });
});

describe('the pages of the hub', () => {
  it('come with a strict policy, and nothing else can be asked for', async () => {
    const hub = await testHub();
    const page = await fetch(`${hub.url}/kiosk/`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const path of [
      '/../package.json',
      '/%2e%2e/package.json',
      '/slips/..%2f..%2fkeys',
      '/markaz.db',
      '/slips/1.png',
    ]) {
      expect((await fetch(`${hub.url}${path}`)).status).toBe(404);
    }
    expect((await fetch(`${hub.url}/`, { method: 'POST' })).status).toBe(405);
  });

  it('are not answered under another name, and no other page’s socket is let in', async () => {
    const hub = await testHub();
    const { request } = await import('node:http');
    const status = (headers: Record<string, string>, path = '/') =>
      new Promise((resolve) => {
        const asked = request(`${hub.url}${path}`, { headers }, (answer) => resolve(answer.statusCode));
        asked.once('upgrade', (answer, socket) => (socket.destroy(), resolve(answer.statusCode)));
        asked.end();
      });
    expect(await status({ host: 'evil.example' })).toBe(421);
    const handshake = '/socket.io/?EIO=4&transport=websocket';
    const upgrade = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    };
    expect(await status({ ...upgrade, origin: 'http://evil.example' }, handshake)).toBe(400);
    expect(await status({ ...upgrade, origin: hub.url }, handshake)).toBe(101);
  });
});
