import type { Db } from '../../../src/store/database.ts';
import { asOf, KEPT_ENDS, TOKEN_EVENTS, WAITS } from './sql-figures.ts';
import { DOING } from './sql-spans.ts';
import { hour, JOINS } from './sql-totals.ts';

/** Every figure of every group of a report, by SQL over the JSON of the event log alone. */

/** The service day of an instant: it begins at four in the morning. */
const day = (column: string) => `date(${column} / 1000 + 3600, 'unixepoch')`;

/** The day of an event; what the hub does when the day turns is of the day that ends. */
const dayOfEvent = `CASE WHEN e.actor = 'hub' THEN (SELECT ${day('max(p.at)')} FROM event p
  WHERE p.seq < e.seq AND p.actor <> 'hub') ELSE ${day('e.at')} END`;

/** The last that was told of a token until then. */
const told = (column: string, of: string) =>
  `(SELECT p.${column} FROM patch p WHERE p.token_id = ${of}.token_id AND p.seq <= ${of}.seq AND p.${column} IS NOT NULL
    ORDER BY p.seq DESC LIMIT 1) AS ${column}`;

const ofToken = (of: string) =>
  `${told('service', of)}, ${told('stage', of)}, ${told('classes', of)},
   (SELECT c.channel FROM channel c WHERE c.token_id = ${of}.token_id) AS channel`;

const OF_CALL = 't.service, t.stage, t.classes, t.channel, t.counter, t.operator';
const COMING = `('issue', 'enterPaper', 'checkInBooking', 'collect')`;
/** The call by which a token was in the hands of the counter that then did this with it. */
const callBefore = (of: string) =>
  `t.seq = (SELECT max(c.seq) FROM taken c WHERE c.token_id = ${of}.token_id AND c.seq < ${of}.seq)`;

/** What happened, a table each, with all that it can be grouped by; a table without a column cannot be grouped by it. */
const TABLES: Readonly<Record<string, string>> = {
  patch: `
    SELECT e.seq, json_extract(t.value, '$.id') AS token_id, json_extract(t.value, '$.serviceId') AS service,
      json_extract(t.value, '$.stageId') AS stage,
      CASE WHEN json_type(t.value, '$.classes') IS NOT NULL THEN coalesce((SELECT group_concat(k.value, '+' ORDER BY k.value)
        FROM json_each(t.value, '$.classes') k), '') END AS classes
    FROM event e, json_each(e.payload, '$.tokens') t`,
  channel: `
    WITH ${TOKEN_EVENTS}
    SELECT token_id, CASE WHEN EXISTS (SELECT 1 FROM ev j WHERE j.token_id = e.token_id AND j.kind = 'jump'
        AND j.reason = 'withoutToken' AND j.overtaken IS NULL) THEN 'withoutToken'
      WHEN kind = 'issue' THEN 'walkIn' WHEN kind = 'enterPaper' THEN 'paper' WHEN kind = 'collect' THEN 'collected'
      ELSE 'appointment' END AS channel
    FROM ev e WHERE kind IN ${COMING}`,
  seat: `
    SELECT e.seq, json_extract(c.value, '$.id') AS counter, json_extract(c.value, '$.operator') AS operator
    FROM event e, json_each(e.payload, '$.counters') c WHERE json_type(c.value, '$.operator') = 'text'`,
  came: `
    WITH ${JOINS}
    SELECT ${ofToken('j')}, ${hour('came_at')} AS hour, ${day('at')} AS day, kind IN ${COMING} AS is_new FROM joins j`,
  taken: `
    WITH ${TOKEN_EVENTS}, calls AS (SELECT e.*, ${asOf('counter_id', '<=')} AS counter FROM ev e
      WHERE kind IN ('call', 'jump') OR (kind = 'resume' AND state = 'called'))
    SELECT seq, token_id, ${ofToken('e')}, counter, (SELECT s.operator FROM seat s WHERE s.counter = e.counter
        AND s.seq <= e.seq ORDER BY s.seq DESC LIMIT 1) AS operator,
      ${hour('at')} AS hour, ${day('at')} AS day, kind = 'jump' AS is_jump, overtaken FROM calls e`,
  waited: `
    WITH ${WAITS}
    SELECT ${OF_CALL}, ${hour('w.came_at')} AS hour, t.day, w.waited, w.target,
      CASE WHEN w.is_first THEN w.p50 END AS p50, w.p90 FROM waits w JOIN taken t ON t.seq = w.seq`,
  served: `
    WITH ${KEPT_ENDS}, serves AS (SELECT e.seq, e.token_id, (SELECT x.queue_at FROM ends x
        WHERE x.token_id = e.token_id AND x.seq > e.seq ORDER BY x.seq LIMIT 1) - e.queue_at AS ms
      FROM ev e WHERE e.kind = 'start')
    SELECT ${OF_CALL}, t.hour, t.day, s.ms FROM serves s JOIN taken t ON ${callBefore('s')} WHERE s.ms IS NOT NULL`,
  ended: `
    WITH ${KEPT_ENDS}
    SELECT ${OF_CALL}, ${hour('x.at')} AS hour, ${day('x.at')} AS day, x.kind, x.state FROM ends x
    JOIN taken t ON ${callBefore('x')} WHERE x.counter_before IS NOT NULL`,
  moved: `
    SELECT ${ofToken('e')}, ${hour('at')} AS hour, ${dayOfEvent} AS day, kind FROM event e
    WHERE kind IN ('leave', 'carryOver', 'postpone', 'requeue')`,
  spent: `
    WITH RECURSIVE ${DOING}, pieces AS (
      SELECT counter, operator, phase, from_at, min(to_at, (from_at / 3600000 + 1) * 3600000) AS to_at, to_at AS end_at
      FROM doing
      UNION ALL SELECT counter, operator, phase, to_at, min(end_at, to_at + 3600000), end_at FROM pieces WHERE to_at < end_at)
    SELECT counter, operator, phase, ${hour('from_at')} AS hour, ${day('from_at')} AS day, to_at - from_at AS ms FROM pieces`,
  liked: `
    SELECT json_extract(payload, '$.feedback.serviceId') AS service, json_extract(payload, '$.feedback.counterId') AS counter,
      ${hour('at')} AS hour, ${day('at')} AS day, json_extract(payload, '$.feedback.face') AS face
    FROM event WHERE kind = 'feedback'`,
};

const countIf = (test: string) => `sum(${test})`;
const msIf = (test: string) => `coalesce(sum(ms) FILTER (WHERE ${test}), 0)`;
/** The value at a percentile by nearest rank. */
const rank = (column: string, part: number) =>
  `json_group_array(${column} ORDER BY ${column}) ->> CAST(ceil(${part} * count(*)) - 1 AS INTEGER)`;

/** The figures that are made from each table. */
const FIGURES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  came: { tokens: 'sum(is_new)', joined: 'count(*)' },
  taken: { calls: 'count(*)', jumps: 'sum(is_jump)', overtaken: countIf('coalesce(overtaken, 0) * is_jump') },
  waited: {
    waits: 'count(*)',
    waitP50Ms: rank('waited', 0.5),
    waitP90Ms: rank('waited', 0.9),
    inTargetShare: 'avg(waited <= target)',
    forecasts: 'count(p50)',
    forecastMaeMs: 'avg(abs(p50 - waited))',
    forecastBiasMs: 'avg(p50 - waited)',
    forecastBeyondShare: 'avg(waited > p90) FILTER (WHERE p50 IS NOT NULL)',
  },
  served: { serves: 'count(*)', serveP50Ms: rank('ms', 0.5), serveP90Ms: rank('ms', 0.9) },
  ended: {
    served: countIf("coalesce(state = 'done', false)"),
    completed: countIf("kind IN ('finish', 'skipStage')"),
    noShows: countIf("kind = 'markNoShow'"),
    parks: countIf("kind = 'park'"),
    transfers: countIf("kind = 'transfer'"),
  },
  moved: {
    requeues: countIf("kind = 'requeue'"),
    away: countIf("kind = 'postpone'"),
    left: countIf("kind = 'leave'"),
    carriedOver: countIf("kind = 'carryOver'"),
  },
  spent: {
    openMs: msIf("phase <> 'onBreak'"),
    servingMs: msIf("phase = 'serving'"),
    breakMs: msIf("phase = 'onBreak'"),
    idleMs: msIf("phase = 'idle'"),
  },
  liked: { good: countIf("face = 'good'"), fair: countIf("face = 'fair'"), bad: countIf("face = 'bad'") },
};

/** What each grouping is by. */
const KEYS = {
  day: 'day',
  week: "date(day, 'weekday 0', '-6 days')",
  month: 'substr(day, 1, 7)',
  service: 'service',
  stage: 'stage',
  hour: 'hour',
  counter: 'counter',
  operator: 'operator',
  class: 'classes',
  channel: 'channel',
} as const;

type Figures = Record<string, number | null>;

/** Of nothing there is no percentile and no share; and nothing at all where the table cannot be grouped so. */
const valueOfNone = (name: string, isTold: boolean): number | null =>
  isTold && !/P[59]0|Share|forecast.*Ms/.test(name) ? 0 : null;

/** Makes the tables of the log up to that instant, in memory; gives what makes the figures of each group from them. */
export function groupsOf(db: Db, until: number) {
  for (const [name, sql] of Object.entries(TABLES)) {
    // A table cannot be made by a statement with values.
    db.exec(`CREATE TEMP TABLE ${name} AS ${sql.replaceAll('@until', String(until))}`);
  }
  const has = (table: string, column: string) =>
    db.prepare<[string, string], unknown>('SELECT 1 FROM pragma_table_info(?) WHERE name = ?').get(table, column) !==
    undefined;

  return (grouping: keyof typeof KEYS): ReadonlyMap<string, Figures> => {
    const column = { week: 'day', month: 'day', class: 'classes' }[grouping as string] ?? grouping;
    const none: Figures = {};
    for (const [table, figures] of Object.entries(FIGURES)) {
      for (const name of Object.keys(figures)) none[name] = valueOfNone(name, has(table, column));
    }
    const groups = new Map<string, Figures>();
    for (const [table, figures] of Object.entries(FIGURES)) {
      if (!has(table, column)) continue;
      const made = Object.entries(figures).map(([name, sql]) => `${sql} AS ${name}`);
      const sql = `SELECT CAST(${KEYS[grouping]} AS TEXT) AS "group", ${made.join(', ')} FROM ${table} GROUP BY 1`;
      for (const { group, ...values } of db.prepare<[], Figures & { readonly group: string }>(sql).all()) {
        groups.set(group, { ...(groups.get(group) ?? none), ...values });
      }
    }
    return groups;
  };
}
