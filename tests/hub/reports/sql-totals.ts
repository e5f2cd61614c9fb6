import type { Db } from '../../../src/store/database.ts';
import { asOf, KEPT_ENDS, STAY_BEGINS, TOKEN_EVENTS, WAITS } from './sql-figures.ts';
import { COUNTER_SPANS, DOING, TOKEN_SPANS } from './sql-spans.ts';

/** Every total of a report, and its plots, by SQL over the JSON of the event log alone. */

export const JOINS = `${KEPT_ENDS},
  joins AS (
    SELECT b.*, ${asOf('stage', '<=').replaceAll('e.', 'b.')} AS joined_stage FROM ev b WHERE ${STAY_BEGINS}
      AND (b.kind NOT IN ${"('finish', 'skipStage', 'sendBack', 'transfer')"} OR b.seq IN (SELECT seq FROM ends)))`;

const SERVES = `${KEPT_ENDS},
  serves AS (
    SELECT (SELECT x.queue_at FROM ends x WHERE x.token_id = e.token_id AND x.seq > e.seq ORDER BY x.seq LIMIT 1)
      - e.queue_at AS ms FROM ev e WHERE e.kind = 'start')`;

const FACES = `WITH faces AS (SELECT json_extract(payload, '$.feedback.face') AS face FROM event WHERE kind = 'feedback')`;

/** The value at a percentile by nearest rank. */
const rank = (withs: string, from: string, column: string, part: number) => `
  WITH ${withs}, ranked AS (SELECT ${column} AS value, row_number() OVER (ORDER BY ${column}) AS place,
    count(*) OVER () AS n FROM ${from} WHERE ${column} IS NOT NULL)
  SELECT value FROM ranked WHERE place = CAST(ceil(${part} * n) AS INTEGER)`;

const countOf = (kinds: string) => `SELECT count(*) FROM event WHERE kind IN (${kinds})`;
const endsOf = (kinds: string) =>
  `WITH ${KEPT_ENDS} SELECT count(*) FROM ends WHERE kind IN (${kinds}) AND counter_before IS NOT NULL`;
const ofWaits = (what: string, where = 'true') => `WITH ${WAITS} SELECT ${what} FROM waits WHERE ${where}`;
const ofForecasts = (what: string) => ofWaits(what, 'is_first AND p50 IS NOT NULL');

const spent = (status: string) =>
  `WITH ${COUNTER_SPANS} SELECT sum(to_at - from_at) FROM counter_spans WHERE status = '${status}'`;

/** A statement for each figure; `@until` is the last instant that was read. */
const TOTALS: Readonly<Record<string, string>> = {
  tokens: countOf("'issue', 'enterPaper', 'checkInBooking', 'collect'"),
  joined: `WITH ${JOINS} SELECT count(*) FROM joins`,
  served: `WITH ${KEPT_ENDS} SELECT count(*) FROM ends WHERE state = 'done'`,
  calls: `WITH ${TOKEN_EVENTS} SELECT count(*) FROM ev WHERE kind IN ('call', 'jump') OR (kind = 'resume' AND state = 'called')`,
  completed: endsOf("'finish', 'skipStage'"),
  waits: ofWaits('count(*)'),
  waitP50Ms: rank(WAITS, 'waits', 'waited', 0.5),
  waitP90Ms: rank(WAITS, 'waits', 'waited', 0.9),
  inTargetShare: ofWaits('avg(waited <= target)'),
  serves: `WITH ${SERVES} SELECT count(ms) FROM serves`,
  serveP50Ms: rank(SERVES, 'serves', 'ms', 0.5),
  serveP90Ms: rank(SERVES, 'serves', 'ms', 0.9),
  noShows: endsOf("'markNoShow'"),
  parks: endsOf("'park'"),
  transfers: endsOf("'transfer'"),
  requeues: countOf("'requeue'"),
  away: countOf("'postpone'"),
  left: countOf("'leave'"),
  carriedOver: countOf("'carryOver'"),
  jumps: countOf("'jump'"),
  overtaken: `WITH ${TOKEN_EVENTS} SELECT sum(coalesce(overtaken, 0)) FROM ev WHERE kind = 'jump'`,
  openMs: spent('open'),
  breakMs: spent('onBreak'),
  servingMs: `WITH ${TOKEN_SPANS} SELECT sum(to_at - from_at) FROM token_spans WHERE state = 'serving'`,
  idleMs: `WITH ${DOING} SELECT sum(to_at - from_at) FROM doing WHERE phase = 'idle'`,
  forecasts: ofForecasts('count(*)'),
  forecastMaeMs: ofForecasts('avg(abs(p50 - waited))'),
  forecastBiasMs: ofForecasts('avg(p50 - waited)'),
  forecastBeyondShare: ofForecasts('avg(waited > p90)'),
  good: `${FACES} SELECT count(*) FROM faces WHERE face = 'good'`,
  fair: `${FACES} SELECT count(*) FROM faces WHERE face = 'fair'`,
  bad: `${FACES} SELECT count(*) FROM faces WHERE face = 'bad'`,
};

/** Every total of the log up to that instant (epoch ms). */
export function totalsOf(db: Db, until: number): Readonly<Record<string, number | null>> {
  const valueOf = (sql: string) => {
    const statement = db.prepare<unknown[], number | null>(sql).pluck();
    return (sql.includes('@until') ? statement.get({ until }) : statement.get()) ?? null;
  };
  return Object.fromEntries(Object.entries(TOTALS).map(([name, sql]) => [name, valueOf(sql)]));
}

/** The hour of the wall at the centre, which lies five hours east of Greenwich. */
export const hour = (column: string) => `CAST(strftime('%H', ${column} / 1000 + 18000, 'unixepoch') AS INTEGER)`;

export const byHour = (db: Db) =>
  db
    .prepare(
      `WITH ${KEPT_ENDS}, came AS (SELECT ${hour('came_at')} AS hour FROM ev
          WHERE kind IN ('issue', 'enterPaper', 'checkInBooking', 'collect')),
        gone AS (SELECT ${hour('at')} AS hour FROM ends WHERE state = 'done'),
        hours AS (SELECT hour FROM came UNION SELECT hour FROM gone)
       SELECT hour, (SELECT count(*) FROM came c WHERE c.hour = h.hour) AS tokens,
         (SELECT count(*) FROM gone g WHERE g.hour = h.hour) AS served FROM hours h ORDER BY hour`,
    )
    .all();

export const heat = (db: Db) =>
  db
    .prepare(
      `WITH ${WAITS}, cells AS (SELECT (CAST(strftime('%w', came_at / 1000 + 18000, 'unixepoch') AS INTEGER) + 6) % 7 AS weekday,
          ${hour('came_at')} AS hour, waited FROM waits),
        ranked AS (SELECT *, row_number() OVER (PARTITION BY weekday, hour ORDER BY waited) AS place,
          count(*) OVER (PARTITION BY weekday, hour) AS n FROM cells)
       SELECT weekday, hour, n AS waits, waited AS p50Ms FROM ranked WHERE place = (n + 1) / 2 ORDER BY weekday, hour`,
    )
    .all();

export const funnel = (db: Db) =>
  db
    .prepare(
      `WITH ${JOINS}, stages AS (SELECT DISTINCT joined_stage AS stage FROM joins)
       SELECT stage, (SELECT count(*) FROM joins j WHERE j.joined_stage = s.stage) AS joined,
         (SELECT count(*) FROM ends x WHERE x.stage_before = s.stage AND x.kind IN ('finish', 'skipStage')) AS completed
       FROM stages s ORDER BY stage`,
    )
    .all();

export const waitsByStage = (db: Db) =>
  db.prepare(`WITH ${WAITS} SELECT stage, count(*) AS waits FROM waits GROUP BY stage ORDER BY stage`).all();

/** Steps of applications as their last word leaves them, and what lies open at the end. */
export const cases = (db: Db, until: number) =>
  db
    .prepare(
      `WITH told AS (
         SELECT e.seq, a.value AS patch, json_extract(a.value, '$.id') AS id FROM event e, json_each(e.payload, '$.applications') a),
       newest AS (SELECT DISTINCT t.id, ${['steps', 'state', 'stageId', 'dueAt']
         .map(
           (field) => `(SELECT json_extract(n.patch, '$.${field}') FROM told n WHERE n.id = t.id
             AND json_type(n.patch, '$.${field}') IS NOT NULL ORDER BY n.seq DESC LIMIT 1) AS ${field}`,
         )
         .join(', ')} FROM told t),
       dues AS (SELECT id, seq, json_extract(patch, '$.stageId') AS stage, json_extract(patch, '$.dueAt') AS due_at FROM told
         WHERE json_type(patch, '$.stageId') IS NOT NULL),
       steps AS (SELECT n.id, s.key AS place, json_extract(s.value, '$.stageId') AS stage,
         json_extract(s.value, '$.enteredAt') AS entered_at, json_extract(s.value, '$.endedAt') AS ended_at,
         json_extract(s.value, '$.end') AS end FROM newest n, json_each(n.steps) s),
       ended AS (SELECT s.*, CAST(round((ended_at - entered_at) / 1000.0) AS INTEGER) AS took,
         (SELECT count(*) FROM dues d WHERE d.id = s.id AND d.stage = s.stage AND d.due_at < s.ended_at) > 0 AS late
         FROM steps s WHERE ended_at IS NOT NULL
         AND place >= (SELECT min(f.place) FROM steps f WHERE f.id = s.id AND f.stage = 'filing')),
       ranked AS (SELECT *, row_number() OVER (PARTITION BY stage ORDER BY took) AS rank, count(*) OVER (PARTITION BY stage) AS n
         FROM ended),
       done AS (SELECT stage, n AS ended, sum(end = 'sentBack') AS sentBack, sum(late) AS late,
         max(CASE WHEN rank = (n + 1) / 2 THEN took END) AS tookP50S,
         max(CASE WHEN rank = CAST(ceil(0.9 * n) AS INTEGER) THEN took END) AS tookP90S FROM ranked GROUP BY stage),
       open AS (SELECT stageId AS stage, count(*) AS open, sum(coalesce(dueAt < @until, 0)) AS overdue
         FROM newest WHERE state = 'open' GROUP BY stageId)
       SELECT stage, coalesce(ended, 0) AS ended, coalesce(sentBack, 0) AS sentBack, coalesce(late, 0) AS late,
         tookP50S, tookP90S, coalesce(open, 0) AS open, coalesce(overdue, 0) AS overdue
       FROM done FULL JOIN open USING (stage) ORDER BY stage`,
    )
    .all({ until });
