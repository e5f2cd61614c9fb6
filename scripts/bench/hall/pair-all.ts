import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DeviceKind } from '../../../src/domain/people/device.ts';
import { openAuthority } from '../../../src/hub/pairing/authority-file.ts';
import { certHashOf } from '../../../src/hub/pairing/cert-hash.ts';
import { makeDeviceKey, signDevice } from '../../../src/hub/pairing/certificates.ts';
import { openStore } from '../../../src/store/store.ts';
import { benchCentre, ROOT } from './bench-centre.ts';

/** What a machine of the bench shows: its key and its certificate (PEM). */
export interface BenchDevice {
  readonly key: string;
  readonly cert: string;
}

/** The machines of a bench by kind, and the authority that they trust. */
export interface BenchDevices {
  readonly authority: string;
  readonly operator: readonly BenchDevice[];
  readonly board: readonly BenchDevice[];
}

/**
 * Pairs consoles (one a counter) and boards with the hub of a new folder: the same certificates and the same events as
 * by a manager's hand, without the code that a person types.
 */
export async function pairAll(folder: string, consoles: number, boards: number): Promise<BenchDevices> {
  const now = Date.now();
  const centreId = benchCentre().id;
  const store = openStore({ folder, migrations: join(ROOT, 'migrations'), centreId, newHubId: randomUUID(), now });
  const authority = await openAuthority(folder, store.hubId, now);
  const pairOne = async (kind: DeviceKind, place: string | null): Promise<BenchDevice> => {
    const { key, publicKey } = await makeDeviceKey();
    const cert = (await signDevice(authority, { name: randomUUID(), publicKey }, now)) ?? '';
    const device = { id: store.devices.nextId(), name: `${kind} of the bench`, kind, place };
    const whole = { ...device, certHash: certHashOf(cert), pairedAt: now, revokedAt: null };
    const origin = { actor: 'bench', device: 'bench', commandId: null, at: now, queueAt: now };
    store.transact(() => store.append({ kind: 'pairDevice', tokenId: null, payload: { device: whole } }, origin));
    return { key, cert };
  };
  const [operator, board]: [BenchDevice[], BenchDevice[]] = [[], []];
  for (let id = 1; id <= consoles; id += 1) operator.push(await pairOne('operator', String(id)));
  for (let i = 0; i < boards; i += 1) board.push(await pairOne('board', null));
  store.close();
  return { authority: authority.cert, operator, board };
}
