import { onTestFinished } from 'vitest';
import type { DeviceKind } from '../../src/domain/people/device.ts';
import type { Centre } from '../../src/domain/centre.ts';
import { realClock } from '../../src/hub/time/clock.ts';
import { type Hub, startHub } from '../../src/hub/hub.ts';
import type { HubOptions } from '../../src/hub/hub-parts.ts';
import { type AloneOptions, aloneKiosk } from '../../src/main/alone/alone-kiosk.ts';
import { hostLink } from '../../src/main/link/host-link.ts';
import type { Pairing } from '../../src/hub/paired/pair.ts';
import { bridgeTo, pageOf, placesOf } from './bridge.ts';
import { SMALL_CENTRE } from './centre.ts';
import { standIn } from './electron/electron-port.ts';
import { MIGRATIONS, testFolder } from './folder.ts';
import { networked } from './networked.ts';
import { approved } from './staff.ts';
import { hubOptions, join } from './test-hub.ts';

/** Stands for a stop of the hub and a start in its folder, where its machines find it again. */
export async function restartableHub(change: Partial<HubOptions> = {}) {
  const net = await networked({}, { centre: SMALL_CENTRE, clock: realClock, ...change });
  const port = Number(new URL(net.url).port);
  let stop = (): Promise<void> => net.hub.close();
  return {
    ...net,
    stopHub: () => stop(),
    /** The same hub once more, at the same address; another centre may be set up meanwhile. */
    async startAgain(again: { readonly centre?: Centre } = {}) {
      const lan = { host: '127.0.0.1', port };
      const hub = await startHub(
        hubOptions({
          people: 'byPin',
          clock: realClock,
          centre: SMALL_CENTRE,
          ...change,
          folder: net.hub.folder,
          lan,
          ...again,
        }),
      );
      let isClosed = false;
      stop = async () => {
        if (!isClosed) await hub.close();
        isClosed = true;
      };
      onTestFinished(() => stop());
      return hub;
    },
  };
}

/** The machine of a kiosk: what Electron runs of it, with its page; it ends with the test. */
export function kioskMachine(pairing: Pairing, options: Partial<AloneOptions> = {}) {
  const folder = options.folder ?? testFolder();
  const shell = standIn(folder);
  const alone = aloneKiosk({ folder, migrations: MIGRATIONS, kioskId: 1, ...options });
  hostLink(shell.port, shell.port.createWindow({}), placesOf(pairing, folder), () => undefined, alone);
  const client = pageOf(bridgeTo(shell), { screen: 'kiosk', kioskId: options.kioskId ?? 1 });
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    client.close();
    await alone.close();
  };
  onTestFinished(close);
  return { folder, shell, client, close };
}

/** A paired machine that is no kiosk, with its page; it ends with the test. */
export function screenMachine(pairing: Pairing, screen: object) {
  const folder = testFolder();
  const shell = standIn(folder);
  hostLink(shell.port, shell.port.createWindow({}), placesOf(pairing, folder), () => undefined);
  return pageOf(bridgeTo(shell), screen);
}

/** A hub on the network with a paired kiosk at kiosk 1. */
export async function hubWithKiosk(change: Partial<HubOptions> = {}) {
  const hub = await restartableHub(change);
  const pairAs = async (kind: DeviceKind, place: string | null): Promise<Pairing> => {
    const { code, paired } = await hub.begin();
    await hub.grant(code, kind, place);
    return paired;
  };
  const pairKiosk = (place = '1') => pairAs('kiosk', place);
  /** Pairs a machine once more, with a hub that was started again. */
  const pairAnew = async (again: Pick<Hub, 'url'>): Promise<Pairing> => {
    const { code, paired } = await hub.begin();
    const manager = join(again, { screen: 'manager', session: hub.session });
    await approved(manager, 'pairDevice', { code, name: 'A machine', kind: 'kiosk', place: '1' });
    return paired;
  };
  return { ...hub, pairAs, pairKiosk, pairAnew };
}
