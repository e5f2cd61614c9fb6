import { expect, it } from 'vitest';
import { answered } from '../support/staff.ts';
import { withService } from '../support/centre.ts';
import { join, kiosk, operator, testHub, wishFor } from '../support/test-hub.ts';

it('shows a manager a card with many tokens, a burst at a kiosk, corrected classes and jumps, and no card’s number', async () => {
  const hub = await testHub({ centre: withService('domicile', { identity: 'optional' }) });
  const screen = kiosk(hub);
  const console = operator(hub, 1);
  await console.done('openCounter', { operator: 'Ali' });
  const cnic = '3520212345671';
  for (let count = 0; count < 5; count += 1) {
    const { label = '', tokenId = 0 } = await screen.done('issue', { ...wishFor('domicile', ['elder']), cnic });
    await console.done('jump', { label, reason: 'His friend' });
    await console.done('correctClass', { tokenId, classes: [] });
    await console.done('markNoShow', { tokenId });
  }
  for (let count = 0; count < 4; count += 1) await screen.done('issue', wishFor('fine'));
  const manager = join(hub, { screen: 'manager', name: 'Sana' });
  const { anomalies } = await answered(manager, 'anomalies');
  expect(anomalies.map(({ kind }) => kind)).toEqual(['tokensOfCard', 'kioskBurst', 'classesCorrected', 'jumps']);
  expect(anomalies[0]).toEqual({ kind: 'tokensOfCard', count: 5, labels: 'A-001 A-002 A-003 A-004 A-005' });
  expect(anomalies[1]).toMatchObject({ kioskId: 1, count: 9 });
  expect(anomalies[3]).toEqual({ kind: 'jumps', operator: 'Ali', count: 5, of: 5 });
  expect(JSON.stringify(anomalies)).not.toContain(cnic);
});
