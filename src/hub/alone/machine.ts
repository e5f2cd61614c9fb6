import type { Lease } from '../../domain/alone/lease.ts';
import { kioskSeries } from '../../domain/numbering.ts';
import type { CommandContext } from '../context.ts';

/** A paired machine that stands at a kiosk. */
export interface Machine {
  readonly deviceId: number;
  readonly kioskId: number;
}

/** The paired machine of a kiosk that speaks here; undefined for every other screen. */
export function machineOf({ sender }: Pick<CommandContext, 'sender'>): Machine | undefined {
  const isMachine = sender.screen === 'kiosk' && sender.deviceId !== null;
  return isMachine ? { deviceId: sender.deviceId, kioskId: sender.kioskId } : undefined;
}

/** The series of a service when a kiosk gives its numbers alone. */
export const aloneSeries = (series: string, { mark, kioskId }: Pick<Lease, 'mark' | 'kioskId'>): string =>
  kioskSeries(`${series}${mark}`, kioskId);
