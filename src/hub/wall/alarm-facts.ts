import { dayBounds } from '../../domain/calendar/service-day.ts';
import type { AlarmFacts } from '../../domain/alarms/find-troubles.ts';
import { deskOf } from '../../domain/desks.ts';
import type { Feeds } from '../feeds.ts';
import type { SlipPrinters } from '../slips/printers.ts';
import type { HallNow, WallHall, WallOutlook } from './hall-now.ts';
import { counterPlace, kioskPlace } from './places.ts';

export interface AlarmSources {
  readonly outlook: WallOutlook;
  readonly printers: Pick<SlipPrinters, 'all'>;
  readonly feeds: Pick<Feeds, 'names'>;
  /** When the store was last kept as a snapshot (epoch ms); null where none are kept. */
  readonly snapshotAt: () => number | null;
  /** What kiosks gave on their own and could not be taken over, since an instant (epoch ms). */
  readonly notMerged: (sinceAt: number) => AlarmFacts['notMerged'];
  /** What was found wrong with the event log. */
  readonly logFindings: () => Pick<AlarmFacts, 'brokenLog' | 'contradictions'>;
}

/** How many of each desk are still there when the doors close, by the last forecast. */
function lateBy(outlook: WallOutlook, closesAt: number | null): ReadonlyMap<string, number> {
  if (closesAt === null) return new Map();
  const desks = outlook.closing()?.closing.desks ?? [];
  return new Map(desks.map(([id, { waiting, served }]) => [id, waiting - served]));
}

/** The hall of a moment as the rule of the alarms asks for it. */
export function alarmFacts(
  { store, centre, serviceDay }: Pick<WallHall, 'store' | 'centre' | 'serviceDay'>,
  { now, lines, desks, counters, kiosks, isOpen, closesAt }: HallNow,
  { outlook, printers, feeds, snapshotAt, notMerged, logFindings }: AlarmSources,
  { connected, wereInService }: Readonly<Record<'connected' | 'wereInService', ReadonlySet<string>>>,
): AlarmFacts {
  const late = lateBy(outlook, closesAt);
  const [dayBeganAt] = dayBounds(serviceDay(), centre);
  const boards = [...wereInService].filter((place) => place.startsWith('board:'));
  const places = [...kiosks.map(({ id }) => kioskPlace(id)), ...boards];
  return {
    ...now,
    isOpen,
    unserved: lines
      .filter(({ isServed }) => !isServed)
      .map(({ queueId, waiting }) => ({ deskId: deskOf(centre, queueId).id, waiting })),
    desks: desks.map(({ id, waiting, head }) => ({ deskId: id, waiting, head, late: late.get(id) ?? 0 })),
    counters: counters.map(({ id, status, isIdle, isConnected }) => {
      return { id, isInService: status !== 'closed', isIdle, isConnected };
    }),
    printers: printers.all().map(({ kioskId, counterId, trouble, isPaperLow }) => ({
      place: kioskId === null ? counterPlace(counterId ?? 0) : kioskPlace(kioskId),
      trouble,
      isPaperLow,
    })),
    feeds: feeds.names.map((name) => ({ name, downSinceAt: store.feeds.get(name).downSinceAt })),
    screens: places.map((place) => ({
      place,
      isConnected: connected.has(place),
      wasInService: wereInService.has(place),
    })),
    notMerged: notMerged(dayBeganAt),
    snapshotAt: snapshotAt(),
    ...logFindings(),
  };
}
