import { type Centre, USUAL_PEOPLE_RULE } from '../../domain/centre.ts';
import { DEFAULT_RETENTION } from '../../domain/keeping/retention.ts';
import { alarmSettings, toAlarmRule } from '../wall/alarm-settings.ts';

const USUAL_PRINTER = { printer: 'preview', paperMm: 80 } as const;

const LATER_FIELDS = {
  people: USUAL_PEOPLE_RULE,
  alarms: toAlarmRule(alarmSettings.parse(undefined)),
  retention: DEFAULT_RETENTION,
  standbyTakesOver: 'byButton',
} as const satisfies Partial<Centre>;

/** A centre that was stored by an earlier version, with what it could not say yet. */
export const completeCentre = (centre: Centre): Centre => ({
  ...LATER_FIELDS,
  ...centre,
  counters: centre.counters.map((counter) => ({ ...USUAL_PRINTER, ...counter })),
  kiosks: centre.kiosks.map((kiosk) => ({ ...USUAL_PRINTER, ...kiosk })),
});
