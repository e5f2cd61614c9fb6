import { type Heard, isMost, mayAcknowledge, nextInService } from '../../domain/standby/quorum.ts';
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
  /** When each was heard last, whatever became of its link since: one that only breaks now and then stays in service. */
  const lastMs = new Map<number, number>();
  const beganMs = nowMs();

  const hasStandby = (): boolean =>
    hall()
      .store.devices.inUse()
      .some(({ kind }) => kind === 'standby');

  /** Up to where the log is known to a standby. */
  const knownSeq = (): number => confirmedSeq() ?? hall().store.inService.newest()?.confirmedSeq ?? 0;

  /** The sets that count: the one that the standby is known to have, and every later one. */
  function sets(): readonly (readonly number[])[] {
    const { inService } = hall().store;
    return inService.since(knownSeq()).map(({ devices }) => devices);
  }
  const isOpen = (): boolean => mayAcknowledge(sets(), heard, nowMs());

  /** Since when no standby is paired, as far as this hub has looked (ms). */
  let singleMs: number | undefined;
  /** Whether most of each set was heard since some moment: with no standby by then, one that was revoked finds no majority. */
  const haveHeardSince = (ms: number): boolean =>
    sets().every((members) => isMost(members, (id) => (lastMs.get(id) ?? -1) >= ms));

  /** Who is in service by now; nobody where no standby is armed. */
  function wanted(): readonly number[] {
    const { store, centre } = hall();
    if (centre.standbyTakesOver !== 'byItself' || !hasStandby()) return [];
    return nextInService(store.inService.newest()?.devices ?? [], { heard, lastMs, sinceMs: beganMs }, nowMs());
  }

  /** Whether the newest set says so already; with no standby, also that no earlier one counts. */
  function isLogged(devices: readonly number[], isSingle: boolean): boolean {
    const newest = hall().store.inService.newest();
    if (!newest) return devices.length === 0;
    return isSame(devices, newest.devices) && !(isSingle && newest.confirmedSeq < newest.seq);
  }

  return {
    /** A screen has answered the pulse that was sent at that moment of this hub's clock. */
    hear(deviceId: number, beatMs: number): void {
      if (!(beatMs >= beganMs && beatMs <= nowMs())) return;
      const before = heard.get(deviceId);
      lastMs.set(deviceId, Math.max(lastMs.get(deviceId) ?? 0, beatMs));
      heard.set(deviceId, { firstMs: before?.firstMs ?? beatMs, lastMs: Math.max(before?.lastMs ?? 0, beatMs) });
    },
    /** A screen whose link broke begins anew: it may have been with another hub. */
    forget: (deviceId: number): void => void heard.delete(deviceId),
    closedBy: (): ErrorCode | undefined => (isOpen() ? undefined : 'noMajority'),
    /** Takes screens into service and out of it, while this hub has the majority to do so. */
    look(): void {
      const { byHub } = hall();
      const devices = wanted();
      singleMs = hasStandby() ? undefined : (singleMs ?? nowMs());
      const isSingle = singleMs !== undefined;
      if (isLogged(devices, isSingle) || !isOpen() || !haveHeardSince(singleMs ?? beganMs)) return;
      void byHub((context) => {
        // With no standby nobody goes by an earlier set: the one that is logged is the first that counts.
        const known = isSingle ? context.store.head().seq + 1 : knownSeq();
        log(context, 'inService', null, { inService: { devices, confirmedSeq: known } });
      });
    },
  };
}
