import { type Centre, USUAL_PEOPLE_RULE } from '../../src/domain/centre.ts';
import type { Stage } from '../../src/domain/journeys/journey.ts';
import { alarmSettings, toAlarmRule } from '../../src/protocol/wall/alarm-settings.ts';
import { DEFAULT_RETENTION } from '../../src/domain/keeping/retention.ts';
import { ALWAYS_OPEN } from '../../src/domain/calendar/opening-hours.ts';

const words = (en: string, ur: string) => ({ en, ur });
const MINUTE = 60_000;

/** A stage at every counter of its service, with minutes of target and of serving. */
export const desk = (target: number, serving: number, change: Partial<Stage> = {}): Stage => ({
  id: 'desk',
  place: 'counter',
  targetMs: target * MINUTE,
  serviceMs: serving * MINUTE,
  profiles: [],
  checks: [],
  isOptional: false,
  ...change,
});

/** A small centre: two services in one group, three counters, one kiosk; open at every hour. */
export const SMALL_CENTRE: Centre = {
  id: 'small',
  name: words('Small Centre', 'چھوٹا مرکز'),
  timeZone: 'Asia/Karachi',
  dayStartMinute: 240,
  hours: ALWAYS_OPEN,
  holidays: [],
  appointments: { earlyMs: 30 * MINUTE, lateMs: 15 * MINUTE, targetMs: 5 * MINUTE, bookableShare: 0.2 },
  paperSeries: 'Z',
  people: USUAL_PEOPLE_RULE,
  retention: DEFAULT_RETENTION,
  carriedDays: 2,
  standbyTakesOver: 'byButton',
  stages: [{ id: 'desk', name: words('Desk', 'کاؤنٹر'), place: 'counter', checks: [] }],
  groups: [{ id: 'all', name: words('All', 'سب'), pictogram: 'document' }],
  services: [
    {
      id: 'domicile',
      series: 'A',
      name: words('Domicile', 'ڈومیسائل'),
      groupId: 'all',
      pictogram: 'home',
      journey: [desk(30, 6)],
      papers: [words('CNIC', 'شناختی کارڈ')],
      dayCap: null,
      personCap: null,
      identity: 'none',
      isClosed: false,
    },
    {
      id: 'fine',
      series: 'B',
      name: words('Traffic fine', 'چالان'),
      groupId: 'all',
      pictogram: 'fine',
      journey: [desk(10, 2)],
      papers: [],
      dayCap: null,
      personCap: null,
      identity: 'none',
      isClosed: false,
    },
    {
      id: 'shut',
      series: 'C',
      name: words('Shut', 'بند'),
      groupId: 'all',
      pictogram: 'document',
      journey: [desk(10, 2)],
      papers: [],
      dayCap: null,
      personCap: null,
      identity: 'none',
      isClosed: true,
    },
  ],
  classes: [
    { id: 'elder', name: words('Elder', 'بزرگ'), pictogram: 'elder', targetShare: 0.5 },
    { id: 'infant', name: words('Infant', 'شیر خوار'), pictogram: 'infant', targetShare: 0.25 },
  ],
  halls: [{ id: 'hall', name: words('Hall', 'ہال') }],
  profiles: [
    { id: 'both', levels: [['domicile'], ['fine']] },
    { id: 'fines', levels: [['fine']] },
  ],
  counters: [
    { id: 1, hallId: 'hall', profileId: 'both', printer: 'preview', paperMm: 80 },
    { id: 2, hallId: 'hall', profileId: 'both', printer: 'preview', paperMm: 80 },
    { id: 3, hallId: 'hall', profileId: 'fines', printer: 'preview', paperMm: 80 },
  ],
  slipLanguages: 'both',
  islamicDays: null,
  cnicPattern: null,
  boards: [],
  alarms: toAlarmRule(alarmSettings.parse({})),
  kiosks: [{ id: 1, hallId: 'hall', printer: 'preview', paperMm: 80 }],
  ticker: [],
};

/** The small centre with one service changed. */
export const withService = (id: string, change: Partial<Centre['services'][number]>): Centre => ({
  ...SMALL_CENTRE,
  services: SMALL_CENTRE.services.map((service) => (service.id === id ? { ...service, ...change } : service)),
});
