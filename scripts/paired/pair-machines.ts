import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DeviceKind } from '../../src/domain/people/device.ts';
import type { Pairing } from '../../src/hub/paired/pair.ts';
import { openAuthority } from '../../src/hub/pairing/authority-file.ts';
import { certHashOf } from '../../src/hub/pairing/cert-hash.ts';
import { makeDeviceKey, signDevice } from '../../src/hub/pairing/certificates.ts';
import { openStore } from '../../src/store/store.ts';

/** What a machine is to be, and where it stands. */
export interface MachineWish {
  readonly kind: DeviceKind;
  readonly place: string | null;
}

/** What a paired machine keeps, but for the address of its hub. */
export type Machine = Omit<Pairing, 'url'>;

/**
 * Pairs machines with the hub of a new folder, in the order of the wishes: the same certificates and the same events as
 * by a manager's hand, without the code that a person types.
 */
export async function pairMachines(
  folder: string,
  centreId: string,
  wishes: readonly MachineWish[],
): Promise<readonly Machine[]> {
  const now = Date.now();
  const migrations = join(import.meta.dirname, '../../migrations');
  const store = openStore({ folder, migrations, centreId, newHubId: randomUUID(), now });
  const authority = await openAuthority(folder, store.hubId, now);
  const origin = { actor: 'manager', device: 'manager', commandId: null, at: now, queueAt: 0 };
  const machines: Machine[] = [];
  for (const { kind, place } of wishes) {
    const { key, publicKey } = await makeDeviceKey();
    const cert = (await signDevice(authority, { name: randomUUID(), publicKey }, now)) ?? '';
    const id = store.devices.nextId();
    const device = { id, name: `${kind}-${place ?? id}`, kind, place };
    const whole = { ...device, certHash: certHashOf(cert), pairedAt: now, revokedAt: null };
    store.transact(() => store.append({ kind: 'pairDevice', tokenId: null, payload: { device: whole } }, origin));
    machines.push({ authority: authority.cert, deviceId: id, kind, place, key, cert });
  }
  store.close();
  return machines;
}
