import type { Moment } from '../decision.ts';
import type { AlarmRule } from './alarm-rule.ts';
import type { Trouble } from './alarm.ts';

/** What the hall is looked over for. Places are `kiosk:1`, `counter:12` or `board:hall-1:entrance`. */
export interface AlarmFacts extends Moment {
  /** Whether the doors are open. */
  readonly isOpen: boolean;
  /** Lines in which somebody waits and that no counter serves that is not closed, with their desks. */
  readonly unserved: readonly { readonly deskId: string; readonly waiting: number }[];
  /** Each desk with its most urgent head, and how many of those who wait are not served before the doors close. */
  readonly desks: readonly {
    readonly deskId: string;
    readonly waiting: number;
    readonly late: number;
    readonly head: { readonly waitingSince: number; readonly targetMs: number } | null;
  }[];
  readonly counters: readonly {
    readonly id: number;
    readonly isInService: boolean;
    /** Open, with nobody at it, while somebody waits in one of its lines. */
    readonly isIdle: boolean;
    readonly isConnected: boolean;
  }[];
  readonly printers: readonly {
    readonly place: string;
    readonly trouble: string | null;
    readonly isPaperLow: boolean;
  }[];
  /** Feeds that are set up; `downSinceAt` is null while they work. */
  readonly feeds: readonly { readonly name: string; readonly downSinceAt: number | null }[];
  /** Kiosks and boards; in service: it has been there today for a while. */
  readonly screens: readonly {
    readonly place: string;
    readonly isConnected: boolean;
    readonly wasInService: boolean;
  }[];
  /** Numbers of today that kiosks gave on their own and that could not be taken over: somebody may hold such a slip. */
  readonly notMerged: readonly { readonly place: string; readonly label: string; readonly at: number }[];
  /** When the store was last kept as a snapshot; null where none are kept. */
  readonly snapshotAt: number | null;
  /** The first bad event of the log, and since when that is known; null where the last check found it whole. */
  readonly brokenLog: { readonly seq: number; readonly at: number } | null;
  /** Screens that have seen another log than this one, and when they told so. */
  readonly contradictions: readonly { readonly device: string; readonly serviceDay: string; readonly at: number }[];
}

/** Three times the idle time is no oversight any more. */
const IDLE_WORSE = 3;

const trouble = (
  kind: Trouble['kind'],
  subject: string,
  level: Trouble['level'],
  more: Partial<Omit<Trouble, 'key' | 'kind' | 'subject' | 'level'>> = {},
): Trouble => ({
  key: `${kind}:${subject}`,
  kind,
  subject,
  level,
  detail: null,
  count: null,
  sinceAt: null,
  afterMs: 0,
  worsensMs: null,
  ...more,
});

function longWaits({ desks, at, queueAt }: AlarmFacts, { longWait }: AlarmRule): readonly Trouble[] {
  return desks.flatMap(({ deskId, head }) => {
    if (!head) return [];
    // Not `urgencyOf`: that grows no further than four promises, and a wait does.
    const share = (queueAt - head.waitingSince) / head.targetMs;
    if (share < longWait.warnShare) return [];
    const isUrgent = share >= longWait.urgentShare;
    const dueShare = isUrgent ? longWait.urgentShare : longWait.warnShare;
    const sinceAt = at - (queueAt - head.waitingSince - Math.round(dueShare * head.targetMs));
    return [trouble('longWait', deskId, isUrgent ? 'urgent' : 'warning', { sinceAt })];
  });
}

function longLines({ desks }: AlarmFacts, { longLine }: AlarmRule): readonly Trouble[] {
  return desks.flatMap(({ deskId, waiting, late }) => {
    if (late >= longLine.late) return [trouble('longLine', deskId, 'urgent', { detail: 'late', count: late })];
    return waiting > longLine.waiting
      ? [trouble('longLine', deskId, 'warning', { detail: 'waiting', count: waiting })]
      : [];
  });
}

const idleCounters = ({ counters }: AlarmFacts, { idleCounterMs }: AlarmRule): readonly Trouble[] =>
  counters
    .filter(({ isIdle }) => isIdle)
    .map(({ id }) =>
      trouble('idleCounter', String(id), 'warning', { afterMs: idleCounterMs, worsensMs: idleCounterMs * IDLE_WORSE }),
    );

const unserved = (facts: AlarmFacts, { unservedMs }: AlarmRule): readonly Trouble[] =>
  [...Map.groupBy(facts.unserved, ({ deskId }) => deskId)].map(([subject, lines]) =>
    trouble('unserved', subject, 'urgent', {
      afterMs: unservedMs,
      count: lines.reduce((sum, { waiting }) => sum + waiting, 0),
    }),
  );

const printers = (facts: AlarmFacts, { printerMs }: AlarmRule): readonly Trouble[] =>
  facts.printers.flatMap(({ place, trouble: detail, isPaperLow }) => {
    if (detail !== null) return [trouble('printer', place, 'urgent', { detail, afterMs: printerMs })];
    return isPaperLow ? [trouble('printer', place, 'warning', { detail: 'paperLow', afterMs: printerMs })] : [];
  });

const feeds = (facts: AlarmFacts, { feedDownMs }: AlarmRule): readonly Trouble[] =>
  facts.feeds.flatMap(({ name, downSinceAt }) =>
    downSinceAt === null ? [] : [trouble('feedDown', name, 'warning', { sinceAt: downSinceAt, afterMs: feedDownMs })],
  );

/** While the doors are open every kiosk is expected, and every board that was there; a counter as long as it works. */
function lostDevices({ counters, screens, isOpen }: AlarmFacts, { deviceLostMs }: AlarmRule): readonly Trouble[] {
  const lost = (place: string, level: Trouble['level']) =>
    trouble('deviceLost', place, level, { afterMs: deviceLostMs });
  return [
    ...screens
      .filter(({ isConnected }) => isOpen && !isConnected)
      .map(({ place, wasInService }) => lost(place, wasInService ? 'urgent' : 'warning')),
    ...counters
      .filter(({ isInService, isConnected }) => isInService && !isConnected)
      .map(({ id }) => lost(`counter:${id}`, 'urgent')),
  ];
}

const oldSnapshot = ({ snapshotAt, at }: AlarmFacts, { snapshotMs }: AlarmRule): readonly Trouble[] =>
  snapshotAt !== null && at - snapshotAt > snapshotMs
    ? [trouble('snapshotOld', 'store', 'warning', { sinceAt: snapshotAt + snapshotMs })]
    : [];

/** One alarm for each kiosk: since the first of its numbers, naming the last. */
const notMerged = (facts: AlarmFacts): readonly Trouble[] =>
  [...Map.groupBy(facts.notMerged, ({ place }) => place)].map(([place, all]) =>
    trouble('notMerged', place, 'urgent', {
      count: all.length,
      detail: all.at(-1)?.label ?? null,
      sinceAt: Math.min(...all.map(({ at }) => at)),
    }),
  );

const brokenLog = ({ brokenLog: broken }: AlarmFacts): readonly Trouble[] =>
  broken === null ? [] : [trouble('logBroken', 'log', 'urgent', { detail: String(broken.seq), sinceAt: broken.at })];

/** One alarm for each day on which screens told so: where a store was put back by hand, all of them do. */
const contradictedLog = ({ contradictions }: AlarmFacts): readonly Trouble[] =>
  [...Map.groupBy(contradictions, ({ serviceDay }) => serviceDay)].map(([serviceDay, all]) =>
    trouble('logContradicted', serviceDay, 'urgent', {
      count: new Set(all.map(({ device }) => device)).size,
      sinceAt: Math.min(...all.map(({ at }) => at)),
    }),
  );

const FINDERS = [
  brokenLog,
  contradictedLog,
  unserved,
  longWaits,
  longLines,
  idleCounters,
  lostDevices,
  printers,
  feeds,
  oldSnapshot,
  notMerged,
];

/** Everything that is wrong at a moment by a centre's rule, whether it has lasted or only just begun. */
export const findTroubles = (facts: AlarmFacts, rule: AlarmRule): readonly Trouble[] =>
  FINDERS.flatMap((find) => find(facts, rule));
