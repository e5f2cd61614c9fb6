import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import type { LinkSocket } from '../../../src/hub/paired/link-socket.ts';
import { aloneKiosk } from '../../../src/main/alone/alone-kiosk.ts';
import { MIGRATIONS, testFolder } from '../../support/folder.ts';

it('a kiosk that is closed shows its page nothing more, though it was just about to', async () => {
  const alone = aloneKiosk({ folder: testFolder(), migrations: MIGRATIONS, kioskId: 1 });
  const socket = Object.assign(new EventEmitter(), { connected: false, close: () => undefined });
  const shown: unknown[] = [];
  const closed = alone.close();
  await closed;
  // A page whose link was made while the app was closing.
  alone.attach(socket as unknown as LinkSocket, (now) => shown.push(now));
  await new Promise((done) => setImmediate(done));
  expect(shown).toEqual([]);
});
