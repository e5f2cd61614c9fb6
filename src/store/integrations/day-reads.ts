import { columnOf } from '../columns.ts';
import type { Db } from '../database.ts';

/** The tokens of a service day, counted: by service, or all of them. Times in ms of the queue clock. */
export interface DayCount {
  readonly serviceDay: string;
  readonly serviceId: string;
  readonly issued: number;
  readonly appointments: number;
  readonly done: number;
  readonly noShow: number;
  readonly left: number;
  readonly open: number;
  /** Sum of the first waits of those who were called, and how many these are. */
  readonly waitedMs: number;
  readonly called: number;
}

/** A token of a day as those outside may know it: nothing of whose it is. */
export interface DayToken {
  readonly label: string;
  readonly serviceId: string;
  readonly services: string;
  readonly state: string;
  readonly isAppointment: 0 | 1;
  readonly counterId: number | null;
  readonly issuedAt: number;
  readonly calledAt: number | null;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly firstWaitMs: number | null;
  readonly recallCount: number;
  readonly requeueCount: number;
}

/** An event's place in the chain. */
export interface Link {
  readonly seq: number;
  readonly hash: string;
}

const PLAIN = [
  'serviceId',
  'services',
  'state',
  'counterId',
  'issuedAt',
  'calledAt',
  'startedAt',
  'endedAt',
  'firstWaitMs',
  'recallCount',
  'requeueCount',
] as const satisfies readonly (keyof DayToken)[];

// The service that a visit began with: the first of its list.
const FIRST = "substr(services || ',', 1, instr(services || ',', ',') - 1)";

const COUNTS = `service_day AS serviceDay, ${FIRST} AS serviceId, count(*) AS issued,
  sum(appointment_id IS NOT NULL) AS appointments, sum(state = 'done') AS done, sum(state = 'noShow') AS noShow,
  sum(state = 'left') AS left, sum(state NOT IN ('done', 'noShow', 'left')) AS open,
  coalesce(sum(first_wait_ms), 0) AS waitedMs, count(first_wait_ms) AS called`;

/** The days of a store as a worker reads them, beside the hub, on a read-only connection. */
export function dayReads(db: Db) {
  const counts = db.prepare<[string, string], DayCount>(
    `SELECT ${COUNTS} FROM token WHERE service_day BETWEEN +? AND +? GROUP BY service_day, ${FIRST} ORDER BY 1, 2`,
  );
  const tokens = db.prepare<[string], DayToken>(
    `SELECT printf('%s-%03d', series, number) AS label, appointment_id IS NOT NULL AS isAppointment,
       ${PLAIN.map((field) => `${columnOf(field)} AS ${field}`).join(', ')}
     FROM token WHERE service_day = +? ORDER BY id`,
  );
  const classes = db.prepare<[string], { readonly classes: string; readonly count: number }>(
    `SELECT classes, count(*) AS count FROM token WHERE service_day = +? AND classes <> '' GROUP BY classes`,
  );
  const turns = db.prepare<[], Link & { readonly day: string | null }>(
    `SELECT seq, hash, json_extract(payload, '$.hall.serviceDay') AS day FROM event INDEXED BY event_of_day
     WHERE kind IN ('setUp', 'turnDay') ORDER BY seq`,
  );
  const link = db.prepare<[number], Link>('SELECT seq, hash FROM event WHERE seq = +?');
  const head = db.prepare<[], Link>('SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1');
  const hub = db.prepare<[], { readonly hubId: string; readonly centreId: string }>(
    'SELECT hub_id AS hubId, centre_id AS centreId FROM hub WHERE id = 1',
  );
  return {
    counts: (fromDay: string, toDay: string) => counts.all(fromDay, toDay),
    tokens: (day: string) => tokens.all(day),
    classes: (day: string) => classes.all(day),
    hub: () => hub.get(),
    head: () => head.get(),
    /** The first and the last event of a service day; `isOver` once another one has begun. Undefined for no day of this log. */
    chainOf(day: string): { readonly first: Link; readonly last: Link; readonly isOver: boolean } | undefined {
      const days = turns.all().filter((turn) => turn.day !== null);
      const place = days.findIndex((turn) => turn.day === day);
      const first = days[place];
      const after = days.slice(place).find((turn) => turn.day !== day);
      const last = after ? link.get(after.seq - 1) : head.get();
      return first && last && { first: { seq: first.seq, hash: first.hash }, last, isOver: after !== undefined };
    },
    /** Every service day of this log. */
    days: (): readonly string[] => [...new Set(turns.all().flatMap((turn) => turn.day ?? []))],
  };
}

export type DayReads = ReturnType<typeof dayReads>;
