import { randomUUID } from 'node:crypto';
import { grantLease, type Lease, LEASE_NUMBERS } from '../../domain/alone/lease.ts';
import { accept, refuse } from '../../domain/decision.ts';
import type { GivenLease } from '../../protocol/alone.ts';
import type { Handler } from '../commands/handler.ts';
import { type Context, log } from '../context.ts';
import { aloneSeries, machineOf } from './machine.ts';

/** Numbers of its block that tokens carried over from earlier days still hold. */
function heldNumbers({ store, centre }: Context, lease: Lease): readonly number[] {
  const series = new Set(centre.services.map((service) => aloneSeries(service.series, lease)));
  const live = new Set([...series].flatMap((one) => store.tokens.liveNumbers(one)));
  return [...live].filter((number) => number >= lease.firstNumber && number <= lease.lastNumber);
}

function given(context: Context, lease: Lease): GivenLease {
  const { deviceId: _device, shownTurn: _shown, ...told } = lease;
  return { ...told, skip: [...heldNumbers(context, lease)] };
}

/**
 * The last number that a kiosk may have been given on that day. What a store does not know that was put back, or that
 * another hub went on with, is at most a block that was granted and one that has grown.
 */
function lastGiven({ store, serviceDay }: Context, kioskId: number): number {
  const putBackAt = Math.max(
    0,
    ...store.restored.all().flatMap(({ untilDay, at }) => (untilDay >= serviceDay ? at : [])),
  );
  const isUnsure = putBackAt > (store.leases.lastGrantedAt(serviceDay, kioskId) ?? 0);
  return store.leases.lastNumber(serviceDay, kioskId) + (isUnsure ? 2 * LEASE_NUMBERS : 0);
}

export const leaseCommand: Handler<'lease'> = (context, { held }) => {
  const { store, serviceDay, now } = context;
  const machine = machineOf(context);
  if (!machine) return refuse('leaseRefused');
  const { kioskId, deviceId } = machine;
  const lease = grantLease(store.leases.ofDevice(deviceId), held, {
    deviceId,
    kioskId,
    serviceDay,
    mark: store.restored.markOn(serviceDay),
    at: now.at,
    newId: randomUUID(),
    lastGiven: lastGiven(context, kioskId),
  });
  log(context, 'grantLease', null, { lease });
  return accept({ lease: given(context, lease) });
};
