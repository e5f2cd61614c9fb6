import { findService } from '../../domain/centre.ts';
import { closingAt } from '../../domain/calendar/opening-hours.ts';
import type { Moment } from '../../domain/decision.ts';
import { deskOf, desksOf } from '../../domain/desks.ts';
import { findStage } from '../../domain/journeys/journey.ts';
import { labelOf } from '../../domain/numbering.ts';
import { shownRange } from '../../domain/wait-words.ts';
import type { ClosingForecast } from '../../domain/wait-forecast/closing-forecast.ts';
import type { WallView } from '../../protocol/wall/wall-view.ts';
import type { CounterAtWork } from '../../store/wall/wall-reads.ts';
import type { Outlook } from '../forecast/outlook.ts';
import type { Hall } from '../hall.ts';
import type { SlipPrinters } from '../slips/printers.ts';
import { dueFor, type LineNow, linesNow, mostUrgent } from './lines-now.ts';
import { counterPlace, kioskPlace } from './places.ts';

/** The hall as the wall looks at it: the one that works, or a day that is played again. */
export interface WallHall extends Pick<Hall, 'centre' | 'serviceDay'> {
  readonly store: Pick<Hall['store'], 'wall' | 'acknowledgements' | 'feeds'>;
  readonly time: Pick<Hall['time'], 'now' | 'isOpen'>;
}

/** The forecasts that the wall shows. */
export type WallOutlook = Pick<Outlook, 'waitFor' | 'closing'>;

/** The parts of the wall that come from the hall itself; alarms come on top. */
export interface HallNow extends Omit<WallView, 'counters' | 'alarms' | 'isQuiet'> {
  readonly now: Moment;
  readonly lines: readonly LineNow[];
  readonly counters: readonly (Omit<WallView['counters'][number], 'idleSinceAt'> & { readonly isIdle: boolean })[];
}

/** What a counter does, and since when (epoch ms). What is counted on the queue clock runs as wall time meanwhile. */
function workOf(work: CounterAtWork | undefined, { at, queueAt }: Moment) {
  const { status = 'closed', operator = null, statusAt = at, state = null } = work ?? {};
  const sinceOf = (): number | null => {
    if (!work || status === 'closed') return null;
    if (state !== null) return state === 'called' ? work.calledAt : work.startedAt;
    const endedAt = work.lastEndedAt === null ? 0 : at - (queueAt - work.lastEndedAt);
    return status === 'open' ? Math.max(statusAt, endedAt) : statusAt;
  };
  return { status, operator, statusAt, state, sinceAt: sinceOf() };
}

const labelAt = ({ series, number }: CounterAtWork): string | null =>
  series === null || number === null ? null : labelOf({ series, number });

function usualMsOf(centre: Hall['centre'], work: CounterAtWork | undefined): number | null {
  const service = findService(centre, work?.serviceId ?? '');
  return (service && findStage(service, work?.stageId ?? '')?.serviceMs) ?? null;
}

function countersNow(
  { centre }: WallHall,
  works: ReadonlyMap<number, CounterAtWork>,
  isDue: (counterId: number) => boolean,
  { now, connected }: { readonly now: Moment; readonly connected: ReadonlySet<string> },
): HallNow['counters'] {
  return centre.counters.map(({ id, hallId }) => {
    const work = works.get(id);
    const done = workOf(work, now);
    return {
      id,
      hallId,
      ...done,
      label: work ? labelAt(work) : null,
      usualMs: usualMsOf(centre, work),
      isIdle: done.status === 'open' && done.state === null && isDue(id),
      isConnected: connected.has(counterPlace(id)),
    };
  });
}

function desksNow({ centre }: WallHall, lines: readonly LineNow[], queueAt: number, outlook: WallOutlook) {
  const byDesk = Map.groupBy(lines, ({ queueId }) => deskOf(centre, queueId).id);
  return desksOf(centre)
    .filter(({ id }) => findService(centre, id)?.isClosed !== true || byDesk.has(id))
    .map(({ id, hallId }) => {
      const its = byDesk.get(id) ?? [];
      const range = outlook.waitFor(id);
      return {
        id,
        hallId,
        waiting: its.reduce((sum, { waiting }) => sum + waiting, 0),
        head: mostUrgent(its, queueAt),
        wait: range && shownRange(range),
        isServed: its.every(({ isServed }) => isServed),
      };
    });
}

/** Since when who has waited longest in each hall; a head that is not due yet does not wait. */
function longestSinceOf({ centre }: WallHall, lines: readonly LineNow[]): ReadonlyMap<string, number> {
  const due = lines.filter(({ isDue }) => isDue).toSorted((a, b) => b.waitingSince - a.waitingSince);
  return new Map(due.map(({ queueId, waitingSince }) => [deskOf(centre, queueId).hallId, waitingSince]));
}

const closingOf = (forecast: ClosingForecast | undefined, fromAt: number) => {
  const { waiting, served, lastMs } = forecast ?? { waiting: 0, served: 0, lastMs: 0 };
  return { waiting, served, lastAt: lastMs === Number.POSITIVE_INFINITY ? null : Math.round(fromAt + lastMs) };
};

/** Looks the whole hall over, as of now. `connected` are the places that have a screen. */
export function hallNow(
  hall: WallHall,
  { outlook, printers }: { readonly outlook: WallOutlook; readonly printers: Pick<SlipPrinters, 'viewOf'> },
  connected: ReadonlySet<string>,
): HallNow {
  const { store, centre, time } = hall;
  const now = time.now();
  const works = new Map(store.wall.counters().map((one) => [one.id, one]));
  const inService = [...works.values()].filter(({ status }) => status !== 'closed').map(({ id }) => id);
  const lines = linesNow(store, centre, inService, now.queueAt);
  const desks = desksNow(hall, lines, now.queueAt, outlook);
  const longest = longestSinceOf(hall, lines);
  const forecast = outlook.closing();
  const closings = forecast && new Map(forecast.closing.halls);
  return {
    now,
    lines,
    isOpen: time.isOpen(),
    closesAt: closingAt(centre, now.at),
    today: store.wall.counts(hall.serviceDay()),
    halls: centre.halls.map(({ id }) => ({
      id,
      waiting: desks.filter(({ hallId }) => hallId === id).reduce((sum, { waiting }) => sum + waiting, 0),
      longestSince: longest.get(id) ?? null,
      closing: forecast && closingOf(closings?.get(id), forecast.at),
    })),
    desks,
    counters: countersNow(hall, works, dueFor(centre, lines), { now, connected }),
    kiosks: centre.kiosks.map(({ id, hallId }) => ({
      ...printers.viewOf({ kioskId: id }),
      id,
      hallId,
      isConnected: connected.has(kioskPlace(id)),
    })),
  };
}
