import type { Alarm } from '../../domain/alarms/alarm.ts';
import { isQuietAt } from '../../domain/alarms/alarm-rule.ts';
import { localTime } from '../../domain/calendar/civil-date.ts';
import type { Centre } from '../../domain/centre.ts';
import type { WallView } from '../../protocol/wall/wall-view.ts';
import type { HallNow } from '../wall/hall-now.ts';

/** What the live wall shows: the hall of a moment, since when counters idle, and the alarms. */
export function wallView(
  centre: Centre,
  { now, lines: _lines, counters, ...hall }: HallNow,
  alarms: readonly Alarm[],
  since: ReadonlyMap<string, number>,
): WallView {
  const minute = Math.floor(localTime(now.at, centre.timeZone).msOfDay / 60_000);
  return {
    ...hall,
    counters: counters.map(({ isIdle, ...counter }) => ({
      ...counter,
      idleSinceAt: isIdle ? (since.get(`idleCounter:${counter.id}`) ?? now.at) : null,
    })),
    alarms: [...alarms],
    isQuiet: isQuietAt(centre.alarms, minute),
  };
}
