import { type Heard, mayAcknowledge, nextInService } from '../../domain/standby/quorum.ts';
import type { ErrorCode } from '../../protocol/error-codes.ts';
import { log } from '../context.ts';
import type { Hall } from '../hall.ts';

export interface QuorumSources {
  readonly hall: () => Pick<Hall, 'store' | 'centre' | 'byHub'>;
  /** The last event that the standby is known to have; null where no standby has asked since this hub began. */
  readonly confirmedSeq: () => number | null;
  readonly nowMs?: () => number;
}

const isSame = (a: readonly number[], b: readonly number[]): boolean => a.join() === b.join();

/**
 * Keeps a hub whose standby may take over by itself from acknowledging anything while most of the screens in service do
 * not hear it: they may hear another one by then. Where no standby is armed, it keeps nobody from anything.
 */
export function quorumDesk({ hall, confirmedSeq, nowMs = () => performance.now() }: QuorumSources) {
  const heard = new Map<number, Heard>();
  const beganMs = nowMs();

  /** The sets that count: the one that the standby is known to have, and every later one. */
  function sets(): readonly (readonly number[])[] {
    const { inService } = hall().store;
    const known = confirmedSeq() ?? inService.newest()?.confirmedSeq ?? 0;
    return inService.since(known).map(({ devices }) => devices);
  }
  const isOpen = (): boolean => mayAcknowledge(sets(), heard, nowMs());

  /** Who is in service by now; nobody where no standby is armed. */
  function wanted(): readonly number[] {
    const { store, centre } = hall();
    const hasStandby = store.devices.inUse().some(({ kind }) => kind === 'standby');
    if (centre.standbyTakesOver !== 'byItself' || !hasStandby) return [];
    return nextInService(store.inService.newest()?.devices ?? [], heard, nowMs(), beganMs);
  }

  return {
    /** A screen has answered the pulse that was sent at that moment of this hub's clock. */
    hear(deviceId: number, beatMs: number): void {
      if (!(beatMs >= beganMs && beatMs <= nowMs())) return;
      const before = heard.get(deviceId);
      heard.set(deviceId, { firstMs: before?.firstMs ?? beatMs, lastMs: Math.max(before?.lastMs ?? 0, beatMs) });
    },
    /** A screen whose link broke begins anew: it may have been with another hub. */
    forget: (deviceId: number): void => void heard.delete(deviceId),
    closedBy: (): ErrorCode | undefined => (isOpen() ? undefined : 'noMajority'),
    /** Takes screens into service and out of it, while this hub has the majority to do so. */
    look(): void {
      const { store, byHub } = hall();
      const devices = wanted();
      if (isSame(devices, store.inService.newest()?.devices ?? []) || !isOpen()) return;
      const known = confirmedSeq() ?? store.inService.newest()?.confirmedSeq ?? 0;
      void byHub((context) => log(context, 'inService', null, { inService: { devices, confirmedSeq: known } }));
    },
  };
}
