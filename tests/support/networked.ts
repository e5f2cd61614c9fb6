import type { Limits } from '../../src/hub/limits/limits.ts';
import { demoClock } from '../../src/hub/time/clock.ts';
import type { HubOptions } from '../../src/hub/hub-parts.ts';
import type { DeviceKind } from '../../src/domain/people/device.ts';
import { pair, type Shown } from '../../src/hub/paired/pair.ts';
import { approved, staffedHub } from './staff.ts';
import { MONDAY_TEN } from './test-hub.ts';

/** A hub on the network, which here is loopback: its name and its address are both in its certificate. */
export async function networked(limits: Partial<Limits> = {}, change: Partial<HubOptions> = {}) {
  const clock = demoClock(MONDAY_TEN, 0);
  // Certificates are of today, whatever the hall's clock says.
  clock.turnTo(Math.max(MONDAY_TEN, Date.now()));
  const staffed = await staffedHub({ clock, lan: { host: '127.0.0.1', port: 0 }, limits, ...change });
  const url = staffed.hub.network?.url ?? '';
  const begin = async () => {
    let shown: Shown | undefined;
    const ready = Promise.withResolvers<Shown>();
    const paired = pair(url, (one) => ready.resolve((shown = one)), 50);
    paired.catch(() => undefined);
    await ready.promise;
    return { code: shown?.code ?? '', words: shown?.words ?? [], paired };
  };
  const grant = (code: string, kind: DeviceKind, place: string | null) =>
    approved(staffed.manager, 'pairDevice', { code, name: 'A machine', kind, place });
  return { ...staffed, clock, url, begin, grant };
}
