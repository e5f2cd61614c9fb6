import type { Counter } from '../../domain/counter.ts';
import type { Db } from '../database.ts';
import type { Line } from '../token-store.ts';

/** A counter with whom it holds; the fields of the token are null where it holds nobody. */
export interface CounterAtWork extends Pick<Counter, 'id' | 'status' | 'operator' | 'statusAt' | 'lastEndedAt'> {
  readonly series: string | null;
  readonly number: number | null;
  readonly state: 'called' | 'serving' | null;
  readonly serviceId: string | null;
  readonly stageId: string | null;
  readonly calledAt: number | null;
  readonly startedAt: number | null;
}

/** A line in which somebody waits, and since when its head does (queue clock, ms). */
export interface LineWithHead extends Line {
  readonly waitingSince: number;
}

/** What the wall shows and no other screen, each read in one statement: it is made anew every second. */
export function wallReads(db: Db) {
  const counters = db.prepare<[], CounterAtWork>(
    `SELECT counter.id, status, operator, status_at AS statusAt, last_ended_at AS lastEndedAt, series, number, state,
       service_id AS serviceId, stage_id AS stageId, called_at AS calledAt, started_at AS startedAt
     FROM counter LEFT JOIN token ON token.id = counter.token_id`,
  );
  // The head of each line is one look into the index on the waiting, however many wait.
  const lines = db.prepare<[], LineWithHead>(
    `SELECT service_id AS serviceId, stage_id AS stageId, service_id || '/' || stage_id AS queueId,
       target_ms AS targetMs, nullif(bound_counter_id, 0) AS boundCounterId, waiting,
       (SELECT waiting_since FROM token INDEXED BY token_waiting
        WHERE state = 'waiting' AND token.service_id = line.service_id AND token.stage_id = line.stage_id
          AND token.target_ms = line.target_ms AND token.bound_counter_id IS nullif(line.bound_counter_id, 0)
        ORDER BY waiting_since LIMIT 1) AS waitingSince
     FROM line WHERE waiting > 0`,
  );
  // `issued` counts a visit for several services several times.
  const issued = db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM token WHERE service_day = +?');
  const over = db.prepare<[string, string], { n: number }>(
    `SELECT count(*) AS n FROM token INDEXED BY token_over
     WHERE service_day = +? AND state = +? AND state IN ('done', 'noShow')`,
  );
  return {
    lines: (): readonly LineWithHead[] => lines.all(),
    /** Every counter that was ever opened. */
    counters: (): readonly CounterAtWork[] => counters.all(),
    /** Tokens of a service day, by their keys in an index: all, those that are done, those whose citizens never came. */
    counts: (serviceDay: string) => ({
      issued: issued.get(serviceDay)?.n ?? 0,
      served: over.get(serviceDay, 'done')?.n ?? 0,
      noShows: over.get(serviceDay, 'noShow')?.n ?? 0,
    }),
  };
}
