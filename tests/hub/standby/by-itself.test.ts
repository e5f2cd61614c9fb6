import { describe, expect, it } from 'vitest';
import { HEARD_MS, JOINED_MS, LOST_MS } from '../../../src/domain/standby/quorum.ts';
import { kioskMachine, screenMachine } from '../../support/alone.ts';
import { SMALL_CENTRE } from '../../support/centre.ts';
import { hubWithStandby } from '../../support/standby.ts';
import { tcpProxy } from '../../support/tcp-proxy.ts';
import { kiosk, wishFor } from '../../support/test-hub.ts';

const IN_TIME = { timeout: 40_000, interval: 100 };
const BOARD = { screen: 'board', hallId: 'hall', boardId: null };

/** A link to a hub that the test can cut. */
async function linkTo(url: string) {
  const proxy = await tcpProxy({ port: Number(new URL(url).port) });
  return { proxy, url: `https://127.0.0.1:${proxy.port}` };
}

/** A centre whose standby may take over by itself: a kiosk and two boards in service, every link through a proxy. */
async function armedHall() {
  let standbyLink: Awaited<ReturnType<typeof linkTo>> | undefined;
  const centre = { ...SMALL_CENTRE, standbyTakesOver: 'byItself' } as const;
  const net = await hubWithStandby({ centre }, async (url) => {
    standbyLink = await linkTo(url);
    return standbyLink.url;
  });
  const links = [await linkTo(net.url), await linkTo(net.url), await linkTo(net.url)] as const;
  const pairings = [
    await net.pairAs('kiosk', '1'),
    await net.pairAs('board', 'hall'),
    await net.pairAs('board', 'hall'),
  ];
  const [first, second, third] = pairings.map((pairing, at) => ({ ...pairing, url: links[at]?.url ?? '' }));
  if (!first || !second || !third || !standbyLink) throw new Error('not paired');
  const machine = kioskMachine(first);
  const boards = [screenMachine(second, BOARD), screenMachine(third, BOARD)] as const;
  for (const client of [machine.client, ...boards])
    await expect.poll(() => client.getState().isLive, IN_TIME).toBe(true);
  const local = kiosk(net.hub);
  // In service once they have been with the hub for a while, and then it needs them.
  await expect
    .poll(() => net.standby.state().seq > 0 && local.send('issue', wishFor('fine')).then((reply) => reply.ok), IN_TIME)
    .toBe(true);
  await new Promise((resolve) => setTimeout(resolve, JOINED_MS + 3_000));
  await expect.poll(() => local.send('issue', wishFor('fine')).then((reply) => reply.ok), IN_TIME).toBe(true);
  return { ...net, local, machine, boards, links, standbyLink };
}

const codeOf = (reply: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
  reply.error?.code ?? 'ok';

describe('a standby that takes over by itself', () => {
  it(
    'does so with most of the screens, and the hub that has lost them acknowledges nothing from well before on',
    { timeout: 120_000 },
    async () => {
      const { local, machine, boards, links, standbyLink, asHub } = await armedHall();
      // One board stays with the old hub; the kiosk, the other board and the standby are cut off from it.
      const cutMs = performance.now();
      for (const link of [links[0], links[1], standbyLink]) link.proxy.refuse(true);
      const issue = () => local.send('issue', wishFor('fine')).then(codeOf);
      await expect.poll(issue, IN_TIME).toBe('noMajority');
      expect(performance.now() - cutMs).toBeLessThan(HEARD_MS + 3_000);
      // Meanwhile the kiosk goes on alone.
      const alone = await machine.client.send('issue', wishFor('domicile'));
      expect(alone).toMatchObject({ ok: true, result: { label: 'A1-001' } });
      const next = await asHub();
      expect(next).toMatchObject({ by: 'standby' });
      expect(performance.now() - cutMs).toBeGreaterThan(LOST_MS);
      // It speaks once most of the screens have been with it for a while, and not before.
      const there = kiosk(next.hub);
      expect(codeOf(await there.send('issue', wishFor('fine')))).toBe('noMajority');
      await expect.poll(() => boards[0].getState().stamp?.epoch, IN_TIME).toBe(next.epoch);
      await expect.poll(() => there.send('issue', wishFor('fine')).then(codeOf), IN_TIME).toBe('ok');
      expect(await issue()).toBe('noMajority');
      await expect.poll(() => machine.client.getState().views.kiosk?.services[0]?.waiting, IN_TIME).toBe(1);
      expect(boards[1].getState().stamp?.epoch).toBe(1);
      // The cut heals: the old hub is told that it is over, and the board that had stayed comes over, too.
      for (const link of [links[0], links[1], standbyLink]) link.proxy.refuse(false);
      await expect.poll(() => boards[1].getState().stamp?.epoch, IN_TIME).toBe(next.epoch);
      expect(local.socket.connected).toBe(false);
    },
  );

  it('does nothing while most of the screens still hear the hub', { timeout: 60_000 }, async () => {
    const { local, standby, standbyLink, links } = await armedHall();
    for (const link of [links[0], standbyLink]) link.proxy.refuse(true);
    await new Promise((resolve) => setTimeout(resolve, LOST_MS + 4_000));
    expect(codeOf(await local.send('issue', wishFor('fine')))).toBe('ok');
    expect(standby.state().isTakingOver).toBe(false);
  });
});
