import type { Alarm } from '../../domain/alarms/alarm.ts';
import { findTroubles } from '../../domain/alarms/find-troubles.ts';
import { NEW_WATCH, watchAlarms } from '../../domain/alarms/watch-alarms.ts';
import type { WallView } from '../../protocol/wall/wall-view.ts';
import { type Context, log } from '../context.ts';
import type { SlipPrinters } from '../slips/printers.ts';
import type { Topic } from '../views/topics.ts';
import { wallView } from '../views/wall-view.ts';
import { alarmFacts, type AlarmSources } from './alarm-facts.ts';
import { hallNow, type WallHall } from './hall-now.ts';
import { connectedPlaces } from './places.ts';
import { screensInService } from './screens-in-service.ts';

export interface WallSources extends Omit<AlarmSources, 'printers'> {
  readonly printers: Pick<SlipPrinters, 'all' | 'viewOf'>;
  /** What screens watch now. */
  readonly topics: () => readonly Topic[];
}

/** Watches over the hall: what its wall shows, and the alarms, which go on while nobody looks. */
export function wallWatch(hall: WallHall, sources: WallSources) {
  const screens = screensInService();
  let watch = NEW_WATCH;
  let alarms: readonly Alarm[] = [];
  let over: readonly string[] = [];

  /** Looks the hall over, and gives what the wall shows of it. */
  function look(): WallView {
    const connected = connectedPlaces(sources.topics());
    const seen = hallNow(hall, sources, connected);
    const { at } = seen.now;
    const wereInService = screens.note(connected, hall.serviceDay(), at);
    const facts = alarmFacts(hall, seen, sources, { connected, wereInService });
    const troubles = findTroubles(facts, hall.centre.alarms);
    ({ watch, alarms, over } = watchAlarms(watch, troubles, hall.store.acknowledgements.all(), at));
    return wallView(hall.centre, seen, alarms, watch.since);
  }

  return {
    look,
    /** The alarm of that key, as of the last look. */
    alarmOf: (key: string): Alarm | undefined => alarms.find((one) => one.key === key),
    /** Forgets who saw alarms that are over. */
    forgetOver(context: Context): void {
      const kept = new Set(context.store.acknowledgements.all().map(({ key }) => key));
      for (const key of over) if (kept.has(key)) log(context, 'endAlarm', null, { alarm: { key, level: null } });
      over = [];
    },
  };
}

export type WallWatch = ReturnType<typeof wallWatch>;
