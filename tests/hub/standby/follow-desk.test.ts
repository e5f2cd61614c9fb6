import { describe, expect, it } from 'vitest';
import { followDesk } from '../../../src/hub/standby/follow-desk.ts';
import type { Hall } from '../../../src/hub/hall.ts';
import type { Sender } from '../../../src/hub/sender.ts';
import { PROTOCOL_VERSION } from '../../../src/protocol/version.ts';

const standby = (deviceId: number): Sender => ({
  screen: 'standby',
  version: PROTOCOL_VERSION,
  device: `standby #${deviceId}`,
  role: 'standby',
  staff: null,
  sessionHash: null,
  deviceId,
});

/** The desk of a hub whose log ends at event 100. */
function desk() {
  const revoked = new Set<number>();
  let headSeq = 100;
  const store = {
    head: () => ({ seq: headSeq, hash: '' }),
    devices: { get: (id: number) => ({ name: `standby ${id}`, revokedAt: revoked.has(id) ? 1 : null }) },
    copyAfter: () => ({ events: [], commands: [], persons: [] }),
    sideTables: () => ({}),
    readTogether: <T>(work: () => T): T => work(),
  };
  const hall = { store, clock: { at: () => 0 } } as unknown as Hall;
  const follows = followDesk(
    hall,
    '',
    () => [],
    () => undefined,
  );
  const follow = (deviceId: number, afterSeq: number) =>
    follows.follow(standby(deviceId), { afterSeq, sideMark: null, address: `https://10.0.0.${deviceId}:4843` });
  return { follows, follow, revoke: (id: number) => revoked.add(id), goOn: () => (headSeq += 5) };
}

describe('what the hub knows of its standbys', () => {
  it('counts one that has had all of the log once: a new one keeps nobody waiting while it copies', () => {
    const { follows, follow } = desk();
    expect(follows.confirmedSeq()).toBeNull();
    follow(1, 0);
    follow(1, 90);
    expect(follows.confirmedSeq()).toBeNull();
    follow(1, 100);
    expect(follows.confirmedSeq()).toBe(100);
    follow(2, 0);
    expect(follows.confirmedSeq()).toBe(100);
  });

  it('counts one that has had all that it was told of, in a hall that never rests', () => {
    const { follows, follow, goOn } = desk();
    follow(1, 0);
    goOn();
    follow(1, 90);
    expect(follows.confirmedSeq()).toBeNull();
    goOn();
    follow(1, 105);
    expect(follows.confirmedSeq()).toBe(105);
  });

  it('tells screens of none that was revoked, and goes by none', () => {
    const { follows, follow, revoke } = desk();
    follow(1, 100);
    follow(2, 100);
    revoke(1);
    expect(follows.addresses()).toEqual(['https://10.0.0.2:4843']);
    revoke(2);
    expect(follows.addresses()).toEqual([]);
    expect(follows.confirmedSeq()).toBeNull();
  });
});
