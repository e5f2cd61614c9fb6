import { readdirSync, readFileSync } from 'node:fs';
import { join as path } from 'node:path';
import { expect, it } from 'vitest';
import { join, kiosk, operator, testHub, wishFor } from '../support/test-hub.ts';

const CNIC = '35202-1234567-1';
const bare = (text: string): boolean => text.includes(CNIC) || text.includes(CNIC.replaceAll('-', ''));

// Reasons and names were logged as they were typed.
it('a CNIC that somebody types into a reason or a name is neither logged nor shown', async () => {
  const hub = await testHub();
  const desk = operator(hub, 1, { device: `desk of ${CNIC}` });
  await desk.done('openCounter', { operator: `Ali ${CNIC}` });
  const { label = '', tokenId = 0 } = await kiosk(hub).done('issue', wishFor('domicile'));
  await desk.done('jump', { label, reason: `sent by ${CNIC}` });
  const frames: string[] = [];
  const manager = join(hub, { screen: 'manager', name: `Sana ${CNIC}` });
  manager.socket.onAny((...frame) => frames.push(JSON.stringify(frame)));
  await manager.see('wall', () => true);
  await desk.done('start', { tokenId });
  await desk.done('endVisit', { tokenId, reason: `۳۵۲۰۲ ۱۲۳۴۵۶۷ ۱ again, and ${CNIC}` });
  await manager.done('addApiKey', {
    handle: 'abcdefghijkl',
    name: CNIC,
    scopes: ['queues:read'],
    secretHash: '0'.repeat(64),
  });
  await manager.see('manager', () => true);
  expect(frames.join('')).toContain('Ali •••');
  expect(frames.filter(bare)).toEqual([]);
  await hub.close();
  const files = readdirSync(hub.folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const read = files.map((file) => [file.name, readFileSync(path(file.parentPath, file.name), 'latin1')] as const);
  expect(read.find(([name]) => name === 'markaz.db')?.[1]).toContain('sent by');
  expect(read.filter(([, content]) => bare(content)).map(([name]) => name)).toEqual([]);
});
