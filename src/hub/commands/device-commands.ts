import { accept, refuse } from '../../domain/decision.ts';
import { log } from '../context.ts';
import { certHashOf } from '../pairing/cert-hash.ts';
import type { Handler } from './handler.ts';

export const pairDeviceCommand: Handler<'pairDevice'> = (context, { code, name, kind, place }) => {
  const { pairing, store, now } = context;
  if (pairing === null) return refuse('notOnNetwork');
  // Two could both take over.
  if (kind === 'standby' && store.devices.inUse().some((one) => one.kind === 'standby')) return refuse('standbyPaired');
  const waiting = pairing.byCode(code.replaceAll(/\D/g, ''));
  if (!waiting) return refuse('wrongPairingCode');
  const id = store.devices.nextId();
  const certHash = certHashOf(waiting.cert);
  log(context, 'pairDevice', null, { device: { id, name, kind, place, certHash, pairedAt: now.at, revokedAt: null } });
  // Should this not come to be stored, its certificate is nobody's, and it asks anew.
  pairing.grant(waiting.id, id);
  return accept({});
};

export const revokeDeviceCommand: Handler<'revokeDevice'> = (context, { deviceId }) => {
  const device = context.store.devices.get(deviceId);
  if (!device || device.revokedAt !== null) return refuse('unknownDevice');
  log(context, 'revokeDevice', null, { device: { ...device, revokedAt: context.now.at } });
  return accept({});
};
