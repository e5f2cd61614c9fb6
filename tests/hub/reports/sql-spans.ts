import type { Db } from '../../../src/store/database.ts';
import { asOf } from './sql-figures.ts';

/** What tokens and counters are from one moment to the next, by SQL over the JSON of the event log alone. */

/** What each token is from one event of it to the next. A patch says only what has changed. */
export const TOKEN_SPANS = `
  patches AS MATERIALIZED (
    SELECT e.seq, e.at, json_extract(t.value, '$.id') AS token_id, json_extract(t.value, '$.state') AS state,
      json_extract(t.value, '$.serviceId') AS service, json_extract(t.value, '$.stageId') AS stage,
      json_extract(t.value, '$.counterId') AS counter_id,
      coalesce(json_extract(t.value, '$.boundCounterId'),
        CASE json_type(t.value, '$.boundCounterId') WHEN 'null' THEN 0 END) AS bound
    FROM event e, json_each(e.payload, '$.tokens') t),
  token_spans AS MATERIALIZED (
    SELECT at AS from_at, coalesce(lead(at) OVER (PARTITION BY token_id ORDER BY seq), @until) AS to_at,
      ${['state', 'service', 'stage', 'counter_id', 'bound']
        .map((column) => `${asOf(column, '<=').replace('FROM ev p', 'FROM patches p')} AS ${column}`)
        .join(', ')}
    FROM patches e)`;

export const COUNTER_SPANS = `
  statuses AS (
    SELECT e.seq, e.at, json_extract(c.value, '$.id') AS id, json_extract(c.value, '$.status') AS status
    FROM event e, json_each(e.payload, '$.counters') c WHERE json_extract(c.value, '$.status') IS NOT NULL),
  counter_spans AS MATERIALIZED (
    SELECT id, status, at AS from_at, coalesce(lead(at) OVER (PARTITION BY id ORDER BY seq), @until) AS to_at
    FROM statuses)`;

/** What the counters of the played centre call from, as its plan says in words. */
const CALLS_FROM = `
  calls_from (id, service, stage) AS (
    VALUES ${[1, 2].flatMap((id) => ['check', 'filing', 'photo', 'delivery'].map((stage) => `(${id}, 'domicile', '${stage}')`)).join(', ')},
      (3, 'domicile', 'fee'), (1, 'fine', 'desk'), (2, 'fine', 'desk'), (3, 'fine', 'desk'))`;

/**
 * What each counter that is not closed does from moment to moment, and who sits there. `idle`: nobody in its hands, while
 * somebody waits whom it could call; `free`: the same while nobody does.
 */
export const DOING = `${TOKEN_SPANS}, ${COUNTER_SPANS}, ${CALLS_FROM},
  seats AS (
    SELECT e.seq, e.at, json_extract(c.value, '$.id') AS id, json_extract(c.value, '$.operator') AS operator
    FROM event e, json_each(e.payload, '$.counters') c WHERE json_type(c.value, '$.operator') IS NOT NULL),
  instants AS (SELECT DISTINCT at FROM event),
  moments AS (SELECT at, coalesce(lead(at) OVER (ORDER BY at), @until) AS to_at FROM instants),
  doing AS MATERIALIZED (
    SELECT c.id AS counter, m.at AS from_at, m.to_at,
      (SELECT s.operator FROM seats s WHERE s.id = c.id AND s.at <= m.at ORDER BY s.seq DESC LIMIT 1) AS operator,
      CASE WHEN c.status = 'onBreak' THEN 'onBreak' ELSE coalesce(
        (SELECT t.state FROM token_spans t WHERE t.from_at <= m.at AND m.at < t.to_at
          AND t.counter_id = c.id AND t.state IN ('called', 'serving')),
        CASE WHEN EXISTS (SELECT 1 FROM token_spans t WHERE t.from_at <= m.at AND m.at < t.to_at AND t.state = 'waiting'
          AND (t.bound = c.id OR (t.bound = 0 AND
            EXISTS (SELECT 1 FROM calls_from f WHERE f.id = c.id AND f.service = t.service AND f.stage = t.stage))))
        THEN 'idle' ELSE 'free' END) END AS phase
    FROM moments m JOIN counter_spans c ON c.status <> 'closed' AND c.from_at <= m.at AND m.at < c.to_at
    WHERE m.at < m.to_at)`;

/** A counter in one phase, in ms since midnight of the day. */
interface PhaseSpan {
  readonly counter: number;
  readonly phase: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/** What each counter did on the day that began at that midnight: moments that follow each other in one phase are one span. */
export const phaseSpans = (db: Db, midnight: number, until: number): readonly PhaseSpan[] =>
  db
    .prepare<[object], PhaseSpan>(
      `WITH ${DOING},
         of_day AS (SELECT *, from_at - @midnight AS from_ms, to_at - @midnight AS to_ms FROM doing
           WHERE from_at >= @midnight AND from_at < @midnight + 86400000),
         turns AS (SELECT *, phase IS NOT lag(phase) OVER of_counter OR from_ms IS NOT lag(to_ms) OVER of_counter AS turns
           FROM of_day WINDOW of_counter AS (PARTITION BY counter ORDER BY from_ms)),
         runs AS (SELECT *, sum(turns) OVER (PARTITION BY counter ORDER BY from_ms) AS run FROM turns)
       SELECT counter, phase, min(from_ms) AS fromMs, max(to_ms) AS toMs FROM runs
       GROUP BY counter, run ORDER BY counter, run`,
    )
    .all({ midnight, until });
