import { type Centre, countersFor, levelsOf } from '../../domain/centre.ts';
import { labelOf } from '../../domain/numbering.ts';
import { addDays } from '../../domain/calendar/civil-date.ts';
import { dayBounds } from '../../domain/calendar/service-day.ts';
import { overbooked } from '../../domain/appointments/slots.ts';
import type { ManagerView } from '../../protocol/views/views.ts';
import type { Store } from '../../store/store.ts';
import type { Outlook } from '../forecast/outlook.ts';
import { slotsOn } from '../slots.ts';
import type { Voices } from '../boards/voices.ts';
import { lastSlipOf } from './counter-view.ts';

export interface ManagerFacts {
  readonly at: number;
  readonly serviceDay: string;
  readonly outlook: Outlook;
  /** Feeds that are set up. */
  readonly feeds: readonly string[];
  readonly readers: ManagerView['readers'];
  readonly voices: ReturnType<Voices['reports']>;
  readonly integrations: Pick<ManagerView, 'apiKeys' | 'webhooks'>;
  readonly keeping: Omit<ManagerView['keeping'], 'restored'>;
  readonly printers: readonly Omit<ManagerView['printers'][number], 'slip'>[];
}

const FAULTS = 50;
const FAULT_DAYS_MS = 7 * 86_400_000;
const OVERBOOKED_DAYS = 7;
const FEEDBACK_DAYS = 7;
const DAY_MS = 86_400_000;

type ViewStore = Pick<
  Store,
  'tokens' | 'counters' | 'appointments' | 'applications' | 'feeds' | 'slips' | 'staffCards' | 'feedback' | 'restored'
>;

function feedOf(store: ViewStore, name: string, isOn: boolean): ManagerView['feeds'][number] {
  const { upAt, downSinceAt, trouble, detail } = store.feeds.get(name);
  const stateOf = () => {
    if (!isOn) return 'off';
    if (downSinceAt !== null) return 'down';
    return upAt === null ? 'starting' : 'up';
  };
  return { name, state: stateOf(), upAt, downSinceAt, trouble, detail };
}

function appointmentsOf(
  store: ViewStore,
  centre: Centre,
  { serviceDay, at }: ManagerFacts,
): ManagerView['appointments'] {
  const [fromAt, toAt] = dayBounds(serviceDay, centre);
  const today = store.appointments.between(fromAt, toAt);
  const booked = today.filter((one) => one.status === 'booked');
  return {
    booked: booked.length,
    checkedIn: booked.filter((one) => one.tokenId !== null).length,
    missed: booked.filter((one) => one.tokenId === null && one.slotAt + centre.appointments.lateMs < at).length,
    cancelled: today.length - booked.length,
  };
}

/** Lines in which somebody waits while no counter that is open serves them: the one way to starve. */
function unservedOf(store: ViewStore, centre: Centre): ManagerView['unserved'] {
  const open = store.counters.all().filter((counter) => counter.status !== 'closed');
  const served = new Set(open.flatMap((counter) => levelsOf(centre, counter.id).flat()));
  const openIds = new Set(open.map((counter) => counter.id));
  const isServed = ({ queueId, boundCounterId }: ReturnType<ViewStore['tokens']['lines']>[number]) =>
    boundCounterId === null ? served.has(queueId) : openIds.has(boundCounterId);
  return store.tokens
    .lines()
    .filter((line) => !isServed(line))
    .map(({ serviceId, stageId, waiting }) => ({
      serviceId,
      stageId,
      counters: [...countersFor(centre, serviceId, stageId)],
      waiting,
    }));
}

function overbookedOf(store: ViewStore, centre: Centre, { serviceDay, at }: ManagerFacts): ManagerView['overbooked'] {
  const [fromAt] = dayBounds(serviceDay, centre);
  const booked = store.appointments.slots(fromAt, fromAt + OVERBOOKED_DAYS * DAY_MS);
  const days = [...new Set(booked.map(({ slotAt }) => Math.floor((slotAt - fromAt) / DAY_MS)))];
  const slots = days.flatMap((day) => slotsOn(centre, fromAt + day * DAY_MS));
  return overbooked(slots, booked)
    .filter(({ slotAt }) => slotAt >= at - DAY_MS / 2)
    .map(({ serviceId, slotAt, capacity, booked: count }) => ({ serviceId, slotAt, capacity, booked: count }));
}

function lastRestore(store: ViewStore): ManagerView['keeping']['restored'] {
  const last = store.restored.all().at(-1);
  return last ? { at: last.at, seq: last.seq, mark: last.mark, untilDay: last.untilDay } : null;
}

/** What the manager sees of appointments, applications, carried-over tokens and forecasts. */
export function managerView(store: ViewStore, centre: Centre, facts: ManagerFacts): ManagerView {
  const { outlook, feeds, serviceDay, at } = facts;
  return {
    serviceDay,
    readers: [...facts.readers],
    feedback: store.feedback.since(addDays(serviceDay, -FEEDBACK_DAYS + 1)).map((one) => ({ ...one })),
    voices: facts.voices.map(({ missing, unsaid, ...voice }) => ({
      ...voice,
      missing: [...missing],
      unsaid: [...unsaid],
    })),
    ...facts.integrations,
    staffCards: store.staffCards.inUse().map(({ id, name, addedAt }) => ({ id, name, addedAt })),
    printers: facts.printers.map((printer) => ({ ...printer, slip: lastSlipOf(store, printer) })),
    feeds: ['pull', 'push', 'csv'].map((name) => feedOf(store, name, feeds.includes(name))),
    faults: store.feeds.faults(at - FAULT_DAYS_MS, FAULTS).map((fault) => ({ ...fault })),
    appointments: appointmentsOf(store, centre, facts),
    overbooked: overbookedOf(store, centre, facts),
    carriedOver: store.tokens.inState('carriedOver').map((token) => ({
      label: labelOf(token),
      serviceId: token.serviceId,
      serviceDay: token.serviceDay,
      turnsLeft: Math.max(0, centre.carriedDays - token.carriedTurns),
    })),
    applications: store.applications.load(at).map((load) => ({ ...load })),
    forecasts: outlook
      .scores()
      .flatMap(({ serviceDay: day, serviceId, score }) =>
        score.count === 0 || score.maeMs === null ? [] : [{ serviceDay: day, serviceId, ...score }],
      ),
    keeping: { ...facts.keeping, restored: lastRestore(store) },
    unserved: unservedOf(store, centre),
  };
}
