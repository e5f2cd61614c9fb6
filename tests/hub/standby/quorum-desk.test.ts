import { describe, expect, it, onTestFinished } from 'vitest';
import { OUT_MS } from '../../../src/domain/standby/quorum.ts';
import { quorumDesk } from '../../../src/hub/standby/quorum-desk.ts';
import { takeOver } from '../../../src/hub/standby/take-over.ts';
import { bareHall } from '../../support/bare-hall.ts';
import { SMALL_CENTRE } from '../../support/centre.ts';
import { testFolder } from '../../support/folder.ts';

const STANDBY = 9;
const ORIGIN = { actor: 'Sana', device: 'test', commandId: null, at: 0, queueAt: 0 };
const BEAT_MS = 2_000;

/** A hub whose standby may take over by itself, and its desk on a clock of the test. */
async function armed() {
  const { hall } = await bareHall({ ...SMALL_CENTRE, standbyTakesOver: 'byItself' }, testFolder());
  onTestFinished(() => hall.close());
  const { store } = hall;
  const device = { id: STANDBY, name: 'Standby', kind: 'standby', place: null, certHash: 'x', pairedAt: 0 } as const;
  const changed = (revokedAt: number | null) => ({ device: { ...device, revokedAt } });
  store.transact(() => store.append({ kind: 'pairDevice', tokenId: null, payload: changed(null) }, ORIGIN));
  let nowMs = 0;
  let confirmed: number | null = null;
  /** As after a start of the hub. */
  let isArmed = true;
  const centreNow = () => ({ ...hall.centre, standbyTakesOver: isArmed ? 'byItself' : 'byButton' }) as const;
  const desk = () =>
    quorumDesk({
      hall: () => ({ store, centre: centreNow(), byHub: hall.byHub }),
      confirmedSeq: () => confirmed,
      nowMs: () => nowMs,
    });
  /** So long, in which those screens answer each pulse and the hub looks who is in service. */
  async function pass(quorum: ReturnType<typeof desk>, ms: number, ids: readonly number[]): Promise<void> {
    for (const endMs = nowMs + ms; nowMs < endMs;) {
      nowMs += BEAT_MS;
      for (const id of ids) quorum.hear(id, nowMs);
      quorum.look();
      // What the hub does by itself is done with the next batch.
      await hall.byHub(() => undefined);
    }
  }
  const order = { by: 'Sana', at: 0, silentMs: Infinity, isWhole: false, leap: 0, seen: [], draw: () => 0 };
  return {
    desk,
    pass,
    members: () => store.inService.newest()?.devices,
    hasCopied: () => (confirmed = store.head().seq),
    disarm: () => (isArmed = false),
    loseStandby: () => (confirmed = null),
    revoke: () =>
      store.transact(() => store.append({ kind: 'revokeDevice', tokenId: null, payload: changed(1) }, ORIGIN)),
    led: (isByHand: boolean) => takeOver(store, { ...order, isByHand }),
    standbys: () => store.devices.inUse().filter(({ kind }) => kind === 'standby').length,
  };
}

describe('a hub whose standby is armed', () => {
  it('acknowledges while most of its screens are heard', async () => {
    const { desk, pass, members, hasCopied } = await armed();
    const quorum = desk();
    await pass(quorum, 20_000, [1, 2, 3]);
    hasCopied();
    expect(members()).toEqual([1, 2, 3]);
    await pass(quorum, 20_000, [1, 2]);
    expect(quorum.closedBy()).toBeUndefined();
    await pass(quorum, 20_000, [1]);
    expect(quorum.closedBy()).toBe('noMajority');
  });

  it('keeps a screen in service whose link breaks, until it is silent for five minutes', async () => {
    const { desk, pass, members } = await armed();
    const quorum = desk();
    await pass(quorum, OUT_MS + 20_000, [1, 2, 3]);
    quorum.forget(1);
    await pass(quorum, OUT_MS - 2 * BEAT_MS, [2, 3]);
    expect(members()).toEqual([1, 2, 3]);
    await pass(quorum, 3 * BEAT_MS, [2, 3]);
    expect(members()).toEqual([2, 3]);
  });

  it('needs no screen any more once its standby is revoked', async () => {
    const { desk, pass, members, revoke, loseStandby } = await armed();
    const quorum = desk();
    await pass(quorum, 20_000, [1, 2, 3]);
    revoke();
    loseStandby();
    await pass(quorum, 20_000, [1, 2, 3]);
    expect(members()).toEqual([]);
    await pass(quorum, 20_000, []);
    expect(quorum.closedBy()).toBeUndefined();
    expect(desk().closedBy()).toBeUndefined();
  });

  it('needs none either where it was disarmed first, and its standby revoked while nobody was in service', async () => {
    const { desk, pass, disarm, revoke, members } = await armed();
    await pass(desk(), 20_000, [1, 2, 3]);
    disarm();
    await pass(desk(), 20_000, [1, 2, 3]);
    expect(members()).toEqual([]);
    expect(desk().closedBy()).toBe('noMajority');
    revoke();
    await pass(desk(), 20_000, [1, 2, 3]);
    expect(desk().closedBy()).toBeUndefined();
  });

  it('needs them until most have heard that it was revoked: the others may know of it still, and go there', async () => {
    const { desk, pass, members, revoke, loseStandby } = await armed();
    const quorum = desk();
    await pass(quorum, 20_000, [1, 2, 3]);
    // Cut off from two of them a moment before, the hub has no way to know yet.
    revoke();
    loseStandby();
    await pass(quorum, BEAT_MS, [1]);
    expect(quorum.closedBy()).toBeUndefined();
    await pass(quorum, 20_000, [1]);
    expect(members()).toEqual([1, 2, 3]);
    expect(quorum.closedBy()).toBe('noMajority');
  });
});

describe('a hub that took over', () => {
  it('by a manager’s button needs none of the screens of before, and is let go on once more by the next', async () => {
    const { desk, pass, led } = await armed();
    await pass(desk(), 20_000, [1, 2, 3]);
    for (let times = 0; times < 2; times += 1) {
      led(true);
      expect(desk().closedBy()).toBeUndefined();
    }
  });

  it('by itself waits for most of them, and needs none any more once it has them: nobody stands by for it', async () => {
    const { desk, pass, led, members, standbys } = await armed();
    await pass(desk(), 20_000, [1, 2, 3]);
    led(false);
    expect(standbys()).toBe(0);
    const next = desk();
    await pass(next, 20_000, [1]);
    expect(next.closedBy()).toBe('noMajority');
    await pass(next, 20_000, [1, 2]);
    expect(next.closedBy()).toBeUndefined();
    expect(members()).toEqual([]);
    await pass(next, 20_000, []);
    expect(next.closedBy()).toBeUndefined();
  });
});
