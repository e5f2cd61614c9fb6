import type { Db } from './database.ts';

/** Somebody who waits, as a forecast needs it. Times in queue-clock ms. */
export interface WaitingRow {
  readonly id: number;
  readonly serviceId: string;
  readonly stageId: string;
  readonly targetMs: number;
  readonly boundCounterId: number | null;
  readonly waitingSince: number;
}

/** Somebody who stepped away for some minutes: since when on the queue clock, and until when by the wall clock. */
export interface AwayRow extends WaitingRow {
  readonly awaySince: number;
  readonly returnAt: number;
}

/** A counter with the line and the call of whom it holds; nulls where it holds nobody. */
export interface CounterRow {
  readonly id: number;
  readonly isOpen: 0 | 1;
  readonly serviceId: string | null;
  readonly stageId: string | null;
  readonly targetMs: number | null;
  readonly calledAt: number | null;
}

/** What was forecast for a token when it was issued, and what happened. */
export interface ScoredRow {
  readonly serviceDay: string;
  readonly serviceId: string;
  readonly p50Ms: number;
  readonly p90Ms: number;
  readonly waitedMs: number;
}

/** The hall of the moment as a worker reads it, beside the hub, on a read-only connection. */
export function hallReads(db: Db) {
  const inLine = `id, service_id AS serviceId, stage_id AS stageId, target_ms AS targetMs,
    bound_counter_id AS boundCounterId, waiting_since AS waitingSince`;
  const waiting = db.prepare<[], WaitingRow>(
    `SELECT ${inLine} FROM token INDEXED BY token_waiting WHERE state = 'waiting'`,
  );
  const away = db.prepare<[], AwayRow>(
    `SELECT ${inLine}, away_since AS awaySince, return_at AS returnAt FROM token INDEXED BY token_parked
     WHERE state = 'parked' AND counter_id IS NULL AND away_since IS NOT NULL AND return_at IS NOT NULL`,
  );
  const counters = db.prepare<[], CounterRow>(
    `SELECT counter.id, counter.status = 'open' AS isOpen, service_id AS serviceId, stage_id AS stageId,
       target_ms AS targetMs, called_at AS calledAt
     FROM counter LEFT JOIN token ON token.id = counter.token_id ORDER BY counter.id`,
  );
  // A visit of several services was promised by the first of them; each forecast began there.
  const scored = db.prepare<[string], ScoredRow>(
    `SELECT service_day AS serviceDay, substr(services || ',', 1, instr(services || ',', ',') - 1) AS serviceId,
       forecast_p50_ms AS p50Ms, forecast_p90_ms AS p90Ms, first_wait_ms AS waitedMs
     FROM token INDEXED BY token_scored
     WHERE service_day >= +? AND forecast_p50_ms IS NOT NULL AND first_wait_ms IS NOT NULL`,
  );
  return {
    waiting: () => waiting.all(),
    away: () => away.all(),
    counters: () => counters.all(),
    /** Every token from that service day on that was forecast and called. */
    scored: (fromDay: string) => scored.all(fromDay),
  };
}

export type HallReads = ReturnType<typeof hallReads>;
