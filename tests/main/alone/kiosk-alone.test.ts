import { describe, expect, it } from 'vitest';
import { hubWithKiosk, kioskMachine } from '../../support/alone.ts';
import { wishFor } from '../../support/test-hub.ts';

describe('a kiosk whose hub is away', () => {
  it('goes on by its lease, and tells the hub of each token once, in order, when it is back', async () => {
    const hub = await hubWithKiosk();
    const { client } = kioskMachine(await hub.pairKiosk());
    await expect.poll(() => client.getState().views.kiosk?.printer.isReady, { timeout: 5_000 }).toBe(true);
    expect(await client.send('issue', wishFor('domicile'))).toMatchObject({ ok: true, result: { label: 'A-001' } });
    await expect.poll(() => client.getState().views.kiosk?.slips[0]?.outcome).toBe('confirmed');
    await hub.stopHub();
    await expect.poll(() => client.getState().alone?.left).toBe(200);
    const labels = [];
    for (const id of ['domicile', 'fine', 'domicile']) {
      const reply = await client.send('issue', wishFor(id));
      labels.push(reply.ok ? reply.result.label : reply.error.code);
    }
    expect(labels).toEqual(['A1-001', 'B1-002', 'A1-003']);
    expect(client.getState().alone?.left).toBe(197);
    await expect.poll(() => client.getState().aloneSlips[0]?.outcome).toBe('confirmed');
    const again = await hub.startAgain();
    await expect.poll(() => client.getState().isLive, { timeout: 5_000 }).toBe(true);
    await expect.poll(() => client.getState().alone, { timeout: 5_000 }).toBe(undefined);
    await expect.poll(() => client.getState().views.kiosk?.services[0]?.waiting, { timeout: 5_000 }).toBe(3);
    void again;
  });
});
