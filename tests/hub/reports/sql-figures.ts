import type { Db } from '../../../src/store/database.ts';

/**
 * The figures of reports once more, by SQL over the JSON of the event log alone. Nothing of what makes the reports is
 * used here.
 */

/** Each event of a token with what its first patch says. */
export const TOKEN_EVENTS = `
  ev AS (
    SELECT seq, at, queue_at, kind, token_id,
      json_extract(payload, '$.tokens[0].serviceId') AS service,
      json_extract(payload, '$.tokens[0].stageId') AS stage,
      json_extract(payload, '$.tokens[0].state') AS state,
      json_extract(payload, '$.tokens[0].waitingSince') AS waiting_since,
      json_extract(payload, '$.tokens[0].targetMs') AS target_ms,
      json_extract(payload, '$.tokens[0].counterId') AS counter_id,
      coalesce(json_extract(payload, '$.tokens[0].issuedAt'), at) AS came_at,
      json_extract(payload, '$.tokens[0].forecastP50Ms') AS p50,
      json_extract(payload, '$.tokens[0].forecastP90Ms') AS p90,
      json_extract(payload, '$.about.reason') AS reason,
      json_extract(payload, '$.about.overtaken') AS overtaken,
      json_extract(payload, '$.about.stays') AS stays
    FROM event WHERE token_id IS NOT NULL
      AND kind NOT IN ('recordSlip', 'reprint', 'recall', 'correctClass', 'rehome', 'mergeCheckIn')
  )`;

/** What a column of a token was when an event had happened: its last value that was told. */
export const asOf = (column: string, before: '<' | '<=') =>
  `(SELECT p.${column} FROM ev p WHERE p.token_id = e.token_id AND p.seq ${before} e.seq AND p.${column} IS NOT NULL
    ORDER BY p.seq DESC LIMIT 1)`;

/** A token joins a line: anew, at its next stage, in another service, or back on a later day. */
export const STAY_BEGINS = `(b.kind IN ('issue', 'enterPaper', 'checkInBooking', 'collect')
  OR (b.kind IN ('finish', 'skipStage', 'sendBack') AND b.state = 'waiting')
  OR (b.kind = 'transfer' AND b.service IS NOT NULL)
  OR (b.kind = 'checkIn' AND (SELECT p.state FROM ev p WHERE p.token_id = b.token_id AND p.seq < b.seq
    AND p.state IS NOT NULL ORDER BY p.seq DESC LIMIT 1) = 'carriedOver'))`;

export const WAITS = `
  ${TOKEN_EVENTS},
  calls AS (
    SELECT e.*, (SELECT max(b.seq) FROM ev b WHERE b.token_id = e.token_id AND b.seq < e.seq AND ${STAY_BEGINS}) AS began
    FROM ev e WHERE e.kind IN ('call', 'jump')
  ),
  waits AS (
    SELECT e.seq, ${asOf('service', '<=')} AS service, ${asOf('stage', '<=')} AS stage,
      ${asOf('counter_id', '<=')} AS counter, (SELECT b.came_at FROM ev b WHERE b.seq = e.began) AS came_at,
      max(0, e.queue_at - ${asOf('waiting_since', '<')}) AS waited, ${asOf('target_ms', '<=')} AS target,
      NOT EXISTS (SELECT 1 FROM ev o WHERE o.token_id = e.token_id AND o.seq < e.seq AND o.kind IN ('call', 'jump'))
        AS is_first, ${asOf('p50', '<')} AS p50, ${asOf('p90', '<')} AS p90
    FROM calls e
    WHERE e.stays IS NULL AND NOT (e.kind = 'jump' AND e.reason = 'withoutToken' AND e.overtaken IS NULL)
      AND NOT EXISTS (SELECT 1 FROM ev o WHERE o.token_id = e.token_id AND o.seq > e.began AND o.seq < e.seq
        AND (o.kind IN ('call', 'jump', 'undo') OR (o.kind = 'resume' AND o.state = 'called')))
  )`;

const ENDS = `('finish', 'skipStage', 'sendBack', 'endVisit', 'transfer', 'park', 'markNoShow', 'requeue', 'leave')`;

/** Endings that nobody took back: the next event of their token is no undo. */
export const KEPT_ENDS = `
  ${TOKEN_EVENTS},
  ends AS (
    SELECT e.*, ${asOf('service', '<')} AS service_before, ${asOf('stage', '<')} AS stage_before, ${asOf('counter_id', '<')} AS counter_before
    FROM ev e WHERE e.kind IN ${ENDS}
      AND coalesce((SELECT n.kind FROM ev n WHERE n.token_id = e.token_id AND n.seq > e.seq ORDER BY n.seq LIMIT 1), '')
        <> 'undo'
  )`;

export interface Counted {
  readonly key: string;
  readonly count: number;
}

const counted = (db: Db, sql: string): ReadonlyMap<string, number> =>
  new Map(
    db
      .prepare<[], Counted>(sql)
      .all()
      .map(({ key, count }) => [String(key), count]),
  );

export const tokensByService = (db: Db) =>
  counted(
    db,
    `WITH ${TOKEN_EVENTS} SELECT service AS key, count(*) AS count FROM ev
     WHERE kind IN ('issue', 'enterPaper', 'checkInBooking', 'collect') GROUP BY service`,
  );

/** How often each counter took a token into its hands on the day that began at that midnight. */
export const callsByCounter = (db: Db, midnight: number) =>
  counted(
    db,
    `WITH ${TOKEN_EVENTS} SELECT ${asOf('counter_id', '<=')} AS key, count(*) AS count FROM ev e
     WHERE (kind IN ('call', 'jump') OR (kind = 'resume' AND state = 'called'))
       AND at >= ${midnight} AND at < ${midnight} + 86400000 GROUP BY key`,
  );

export interface WaitRow {
  readonly key: string;
  readonly waits: number;
  readonly p50: number;
  readonly p90: number;
  readonly inTarget: number;
}

/** Waits by service or counter, with the percentiles by nearest rank. */
export const waitsBy = (db: Db, column: 'service' | 'counter'): readonly WaitRow[] =>
  db
    .prepare<[], WaitRow>(
      `WITH ${WAITS}, ranked AS (
        SELECT ${column} AS key, waited, target, row_number() OVER (PARTITION BY ${column} ORDER BY waited) AS place,
          count(*) OVER (PARTITION BY ${column}) AS n FROM waits)
       SELECT CAST(key AS TEXT) AS key, n AS waits,
         max(CASE WHEN place = CAST(ceil(0.5 * n) AS INTEGER) THEN waited END) AS p50,
         max(CASE WHEN place = CAST(ceil(0.9 * n) AS INTEGER) THEN waited END) AS p90,
         avg(waited <= target) AS inTarget
       FROM ranked GROUP BY key ORDER BY key`,
    )
    .all();

export const forecastTotal = (db: Db) =>
  db
    .prepare<[], { readonly count: number; readonly mae: number | null; readonly bias: number | null }>(
      `WITH ${WAITS} SELECT count(*) AS count, avg(abs(p50 - waited)) AS mae, avg(p50 - waited) AS bias
       FROM waits WHERE is_first AND p50 IS NOT NULL`,
    )
    .get();

export interface ServeRow {
  readonly key: string;
  readonly serves: number;
  readonly total: number;
}

/** Serving from each start to the first ending after it that was kept, by counter. */
export const servesByCounter = (db: Db): readonly ServeRow[] =>
  db
    .prepare<[], ServeRow>(
      `WITH ${KEPT_ENDS}, serves AS (
        SELECT ${asOf('counter_id', '<=')} AS key,
          (SELECT x.queue_at FROM ends x WHERE x.token_id = e.token_id AND x.seq > e.seq ORDER BY x.seq LIMIT 1)
            - e.queue_at AS served FROM ev e WHERE e.kind = 'start')
       SELECT CAST(key AS TEXT) AS key, count(*) AS serves, sum(served) AS total FROM serves
       WHERE served IS NOT NULL GROUP BY key ORDER BY key`,
    )
    .all();

/** Kept endings of a kind by the service in which the token was. */
export const endsByService = (db: Db, kind: string) =>
  counted(
    db,
    `WITH ${KEPT_ENDS} SELECT service_before AS key, count(*) AS count FROM ends WHERE kind = '${kind}'
     AND counter_before IS NOT NULL GROUP BY key`,
  );

export const visitsEnded = (db: Db) =>
  db
    .prepare<[], { readonly count: number }>(
      `WITH ${KEPT_ENDS} SELECT count(*) AS count FROM ends WHERE state = 'done'`,
    )
    .get()?.count;

export const jumpsByReason = (db: Db) =>
  db
    .prepare<[], { readonly reason: string; readonly count: number; readonly overtaken: number }>(
      `WITH ${TOKEN_EVENTS} SELECT reason, count(*) AS count, sum(coalesce(overtaken, 0)) AS overtaken FROM ev
       WHERE kind = 'jump' GROUP BY reason ORDER BY count DESC, reason`,
    )
    .all();

/** How long each counter was open, from its changes of status alone. */
export const openMsByCounter = (db: Db, untilAt: number) =>
  counted(
    db,
    `WITH changes AS (
       SELECT e.seq, e.at, json_extract(c.value, '$.id') AS id, json_extract(c.value, '$.status') AS status
       FROM event e, json_each(e.payload, '$.counters') c WHERE json_extract(c.value, '$.status') IS NOT NULL),
     spans AS (SELECT id, status, coalesce(lead(at) OVER (PARTITION BY id ORDER BY seq), ${untilAt}) - at AS ms FROM changes)
     SELECT id AS key, sum(ms) AS count FROM spans WHERE status = 'open' GROUP BY id`,
  );

/** How often each stage of applications ended, filing and after, by the last that each application said of its steps. */
export const caseStagesEnded = (db: Db) =>
  counted(
    db,
    `WITH told AS (
       SELECT json_extract(a.value, '$.id') AS id, e.seq, json_extract(a.value, '$.steps') AS steps
       FROM event e, json_each(e.payload, '$.applications') a WHERE json_extract(a.value, '$.steps') IS NOT NULL),
     newest AS (SELECT id, steps FROM told t WHERE seq = (SELECT max(seq) FROM told o WHERE o.id = t.id)),
     steps AS (SELECT n.id, s.key AS place, json_extract(s.value, '$.stageId') AS stage,
       json_extract(s.value, '$.endedAt') AS ended_at FROM newest n, json_each(n.steps) s)
     SELECT stage AS key, count(*) AS count FROM steps s WHERE ended_at IS NOT NULL AND place >=
       (SELECT min(f.place) FROM steps f WHERE f.id = s.id AND f.stage = 'filing') GROUP BY stage`,
  );
