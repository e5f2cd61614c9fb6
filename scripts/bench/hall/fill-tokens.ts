import { findService, firstQueueOf } from '../../../src/domain/centre.ts';
import { findStage } from '../../../src/domain/journeys/journey.ts';
import { type Db, openDatabase } from '../../../src/store/database.ts';
import { benchCentre, serviceAt } from './bench-centre.ts';

const DAY_MS = 86_400_000;
const TOKENS_A_DAY = 3_500;
/** Counters, and with them services, come in turns of four. */
const SERVICES = [1, 2, 3, 4].map(serviceAt);

interface Filled {
  readonly waiting: number;
  readonly past: number;
}

// Whole numbers are bound as such: a number of JavaScript's is a fraction to SQLite, and divides like one.
const COUNT = 'WITH RECURSIVE count (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM count WHERE i + 1 < @tokens)';
const COLUMNS = `id, service_day, series, number, service_id, stage_id, services, classes, language, state, waiting_since,
  target_ms, issued_at, recall_count, requeue_count, carried_wait_ms, carried_turns`;

/** Tokens of earlier days, as they lie in the table once they are over. */
function addPast(db: Db, tokens: number, at: number): void {
  db.prepare(
    `INSERT INTO token (${COLUMNS}, counter_id, called_at, started_at, ended_at, waited_ms)
     ${COUNT} SELECT i + 1, date(@at / 1000 - (1 + i / ${TOKENS_A_DAY}) * 86400, 'unixepoch'), 'P', i % ${TOKENS_A_DAY} + 1, @service, @stage,
       @service, '', 'ur', 'done', @at - (1 + i / ${TOKENS_A_DAY}) * ${DAY_MS}, 600000, @at - (1 + i / ${TOKENS_A_DAY}) * ${DAY_MS}, 0, 0, 0, 0,
       i % 48 + 1, @at - (1 + i / ${TOKENS_A_DAY}) * ${DAY_MS} + 60000, @at - (1 + i / ${TOKENS_A_DAY}) * ${DAY_MS} + 90000,
       @at - (1 + i / ${TOKENS_A_DAY}) * ${DAY_MS} + 300000, 60000 FROM count`,
  ).run({ tokens: BigInt(tokens), at: BigInt(at), service: SERVICES[0], stage: 'filing' });
}

/** Tokens that wait now, in lines of their own order. */
function addWaiting(db: Db, serviceId: string, tokens: number, firstId: number, at: number): void {
  const centre = benchCentre();
  const service = findService(centre, serviceId);
  if (!service) throw new Error(`There is no service ${serviceId}.`);
  const stageId = firstQueueOf(service).split('/')[1] ?? '';
  const targetMs = findStage(service, stageId)?.targetMs ?? 0;
  const bound = { tokens: BigInt(tokens), firstId: BigInt(firstId), at: BigInt(at), serviceId, stageId, targetMs };
  db.prepare(
    `INSERT INTO token (${COLUMNS})
     ${COUNT} SELECT @firstId + i, date(@at / 1000, 'unixepoch'), 'W' || @serviceId, i + 1, @serviceId, @stageId, @serviceId,
       '', 'ur', 'waiting', @at - 3600000 + i, @targetMs, @at - 3600000 + i, 0, 0, 0, 0 FROM count`,
  ).run(bound);
  db.prepare(
    `INSERT INTO line (service_id, stage_id, target_ms, bound_counter_id, waiting)
     VALUES (@serviceId, @stageId, @targetMs, 0, @tokens)`,
  ).run({ serviceId, stageId, targetMs, tokens });
}

/**
 * Fills the tables of a new store as years of work would: what is read when a token is called. The log of so many tokens
 * would take 40 GB, and no call looks into it.
 */
export function fillTokens(file: string, { waiting, past }: Filled): void {
  const db = openDatabase(file);
  db.pragma('synchronous = OFF');
  const at = Date.now();
  db.transaction(() => {
    if (past > 0) addPast(db, past, at);
    const each = Math.floor(waiting / SERVICES.length);
    SERVICES.forEach((serviceId, i) => addWaiting(db, serviceId, each, past + 1 + i * each, at));
  })();
  db.close();
}
