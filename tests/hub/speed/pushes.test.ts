import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { expect, it } from 'vitest';
import { join, kiosk, operator, testHub, wishFor } from '../../support/test-hub.ts';

it('pushes a board as many bytes with hundreds waiting as with a few', async () => {
  const hub = await testHub();
  const [door, desk] = [kiosk(hub), operator(hub, 1)];
  const board = join(hub, { screen: 'board', hallId: null });
  await desk.done('openCounter', { operator: 'Ali' });

  /** How long the board's view is after a call, with so many more waiting. */
  async function bytesAfterCall(more: number): Promise<number> {
    await Promise.all(Array.from({ length: more }, () => door.done('issue', wishFor('domicile'))));
    const { label, tokenId = 0 } = await desk.done('call', {});
    const view = await board.see('board', (value) => JSON.stringify(value).includes(`"${label}"`));
    await desk.done('start', { tokenId });
    await desk.done('finish', { tokenId, thenCall: false });
    return JSON.stringify(view).length;
  }

  await bytesAfterCall(20);
  // A board shows the last calls: its list is full before the count begins.
  for (let i = 0; i < 12; i += 1) await bytesAfterCall(0);
  const few = await bytesAfterCall(0);
  const many = await bytesAfterCall(300);
  // Counts have more digits, and a wait is told: less than a byte for each of them.
  expect(many - few).toBeLessThan(300);
});

it('compresses nothing on its links, which would cost each screen memory and each push time', async () => {
  const hub = await testHub();
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    'sec-websocket-extensions': 'permessage-deflate; client_max_window_bits',
  };
  const asked = request(`${hub.url}/socket.io/?EIO=4&transport=websocket`, { headers }).end();
  const [answer] = (await once(asked, 'upgrade')) as [IncomingMessage];
  answer.socket.destroy();
  expect(answer.statusCode).toBe(101);
  expect(answer.headers['sec-websocket-extensions']).toBeUndefined();
});
