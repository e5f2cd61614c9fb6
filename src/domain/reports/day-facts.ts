import type { Row, Schema, Table } from './columns.ts';

/** How a citizen came into the hall. `collected`: for an application that was filed earlier. */
export const CHANNELS = ['walkIn', 'appointment', 'paper', 'withoutToken', 'collected'] as const;
export type Channel = (typeof CHANNELS)[number];

/** How a counter's hold of a token ended; `open` while it has not. */
export const OUTCOMES = [
  'open',
  'done',
  'skipped',
  'sentBack',
  'ended',
  'transferred',
  'parked',
  'noShow',
  'requeued',
  'left',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What else became of a token. `away`: its citizen asked for ten more minutes. */
export const MOVES = ['left', 'carriedOver', 'away', 'requeued'] as const;
export type Move = (typeof MOVES)[number];

/**
 * What a counter does; at each moment one of them. `idle`: open with nobody in its hands while somebody waits in a line
 * that it serves; `free`: the same while nobody does.
 */
export const PHASES = ['free', 'idle', 'called', 'serving', 'onBreak'] as const;
export type Phase = (typeof PHASES)[number];

/** How a stage of an application ended. */
export const STEP_ENDS = ['done', 'skipped', 'sentBack', 'ended'] as const;

/** No time at all, where none was measured. */
export const NONE = -1;

const ofToken = { service: 'u16', stage: 'u16', classes: 'u16', channel: 'u8' } as const;

/**
 * The facts of a service day, table by table. `service`, `stage`, `classes`, `operator` and `reason` are places in the
 * day's words; hours are 0 to 23; `…Ms` are ms of the queue clock, `fromMs` and `toMs` ms of the wall clock since the
 * day began.
 */
export const FACTS = {
  /** A token joins the line of a stage; `isNew` when it was issued just then. */
  arrivals: { ...ofToken, hour: 'u8', isNew: 'u8' },
  /**
   * A counter takes a token and lets it go. `waitedMs` at the first call in a line alone, else none; `servedMs` from start
   * to end; the forecast where this call ended the wait that was told at issue.
   */
  holds: {
    ...ofToken,
    counter: 'u16',
    operator: 'u16',
    cameHour: 'u8',
    hour: 'u8',
    endHour: 'u8',
    waitedMs: 'i32',
    targetMs: 'i32',
    servedMs: 'i32',
    outcome: 'u8',
    endsVisit: 'u8',
    isJump: 'u8',
    reason: 'u16',
    overtaken: 'u16',
    p50Ms: 'i32',
    p90Ms: 'i32',
  },
  moves: { ...ofToken, hour: 'u8', move: 'u8' },
  /** A counter and its operator in one phase. */
  spans: { counter: 'u16', operator: 'u16', phase: 'u8', fromMs: 'i32', toMs: 'i32' },
  feedback: { service: 'u16', counter: 'u16', hour: 'u8', face: 'u8' },
  /** A stage of an application ends, `tookS` seconds after it began. */
  steps: { service: 'u16', stage: 'u16', end: 'u8', tookS: 'i32', isOverdue: 'u8' },
  /** What lay at a stage when the day ended, or as far as it was read. */
  openCases: { service: 'u16', stage: 'u16', open: 'i32', overdue: 'i32' },
} as const satisfies Record<string, Schema>;

export type FactName = keyof typeof FACTS;
export type Fact<Name extends FactName> = Row<(typeof FACTS)[Name]>;
export type FactTables = { readonly [Name in FactName]: Table<(typeof FACTS)[Name]> };
export const FACT_NAMES = Object.keys(FACTS) as readonly FactName[];

/** One stretch of the log under one service day, read into facts. */
export interface DayFacts {
  readonly day: string;
  /** Epoch ms of the first instant of the service day, and its minutes after midnight. */
  readonly beganAt: number;
  readonly startMinute: number;
  /** The events that it was read from; `hash` is that of the last one. */
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly hash: string;
  readonly words: readonly string[];
  readonly tables: FactTables;
}

/** The hour (0 to 23) of an instant that lies so many ms after the beginning of the day. */
export const hourAt = ({ startMinute }: Pick<DayFacts, 'startMinute'>, sinceMs: number): number =>
  ((Math.floor((startMinute + sinceMs / 60_000) / 60) % 24) + 24) % 24;
