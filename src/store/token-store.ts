import type { LineHead } from '../domain/calling-rule.ts';
import { type Token, TOKEN_STATES } from '../domain/token.ts';
import type { Step } from '../domain/journeys/journey.ts';
import { joinIds, lastIdSql, selectList, splitIds, upsertSql } from './columns.ts';
import type { Db } from './database.ts';

const FIELDS = [
  'id',
  'serviceDay',
  'series',
  'number',
  'serviceId',
  'stageId',
  'steps',
  'services',
  'nextServices',
  'appointmentId',
  'slotAt',
  'applicationId',
  'personId',
  'classes',
  'language',
  'state',
  'waitingSince',
  'targetMs',
  'counterId',
  'boundCounterId',
  'issuedAt',
  'calledAt',
  'startedAt',
  'endedAt',
  'waitedMs',
  'firstWaitMs',
  'forecastP50Ms',
  'forecastP90Ms',
  'lastCallAt',
  'recallCount',
  'requeueCount',
  'returnAt',
  'awaySince',
  'postponeCount',
  'carriedWaitMs',
  'carriedTurns',
] as const satisfies readonly (keyof Token)[];

type ListField = 'classes' | 'services' | 'nextServices' | 'steps';
type TokenRow = Omit<Token, ListField> & { readonly [Field in ListField]: string };

const fromRow = (row: TokenRow): Token => ({
  ...row,
  classes: splitIds(row.classes),
  services: splitIds(row.services),
  nextServices: splitIds(row.nextServices),
  steps: JSON.parse(row.steps) as Step[],
});

const toRow = (token: Token): TokenRow => ({
  ...token,
  classes: joinIds(token.classes),
  services: joinIds(token.services),
  nextServices: joinIds(token.nextServices),
  steps: JSON.stringify(token.steps),
});

/** A line with somebody in it: stage, promised wait, the counter it is bound to (null for none), how many wait. */
export interface Line {
  readonly serviceId: string;
  readonly stageId: string;
  readonly queueId: string;
  readonly targetMs: number;
  readonly boundCounterId: number | null;
  readonly waiting: number;
}

const LIVE = `('waiting', 'called', 'serving', 'parked', 'carriedOver')`;
/** The statements that keep how many wait in each line. */
function lineCounts(db: Db) {
  const where =
    'service_id = +@serviceId AND stage_id = +@stageId AND target_ms = +@targetMs AND bound_counter_id = +@bound';
  const join = db.prepare(
    `INSERT INTO line (service_id, stage_id, target_ms, bound_counter_id, waiting)
     VALUES (@serviceId, @stageId, @targetMs, @bound, 1)
     ON CONFLICT DO UPDATE SET waiting = waiting + 1`,
  );
  const quit = db.prepare(`UPDATE line SET waiting = waiting - 1 WHERE ${where}`);
  const all = db.prepare<[], Line>(
    `SELECT service_id AS serviceId, stage_id AS stageId, service_id || '/' || stage_id AS queueId,
       target_ms AS targetMs, nullif(bound_counter_id, 0) AS boundCounterId, waiting
     FROM line WHERE waiting > 0`,
  );
  const lineOf = ({ serviceId, stageId, targetMs, boundCounterId }: Token) => ({
    serviceId,
    stageId,
    targetMs,
    bound: boundCounterId ?? 0,
  });
  return {
    all,
    move(before: Token | undefined, after: Token) {
      if (before?.state === 'waiting') quit.run(lineOf(before));
      if (after.state === 'waiting') join.run(lineOf(after));
    },
  };
}

/** The statements that read along the lines, by the partial index on the waiting. */
function lineReads(db: Db) {
  const inLine =
    "state = 'waiting' AND service_id = +? AND stage_id = +? AND target_ms = +? AND bound_counter_id IS +?";
  const keys = (line: Line) => [line.serviceId, line.stageId, line.targetMs, line.boundCounterId] as const;
  const asHead = `SELECT id AS tokenId, service_id || '/' || stage_id AS queueId, bound_counter_id AS boundCounterId,
       waiting_since AS waitingSince, target_ms AS targetMs
     FROM token INDEXED BY token_waiting WHERE ${inLine} ORDER BY waiting_since, id`;
  const head = db.prepare<[string, string, number, number | null], LineHead>(`${asHead} LIMIT 1`);
  const heads = db.prepare<[string, string, number, number | null, number], LineHead>(`${asHead} LIMIT +?`);
  const first = db.prepare<[string, string, number, number | null, number], TokenRow>(
    `SELECT ${selectList(FIELDS)} FROM token INDEXED BY token_waiting WHERE ${inLine} ORDER BY waiting_since, id LIMIT +?`,
  );
  const earlier = db.prepare<[string, string, number, number | null, number, number], { count: number }>(
    `SELECT count(*) AS count FROM token INDEXED BY token_waiting WHERE ${inLine} AND (waiting_since, id) < (+?, +?)`,
  );
  return {
    headOf: (line: Line) => head.get(...keys(line)),
    /** The first `most` of a line as the calling rule sees them. */
    headsOf: (line: Line, most: number): readonly LineHead[] => heads.all(...keys(line), most),
    /** The first `most` tokens of a line, in its order. */
    waitingIn: (line: Line, most: number) => first.all(...keys(line), most).map(fromRow),
    /** How many stand before that token among the waiting of one line. */
    earlierIn: (line: Line, { waitingSince, id }: Pick<Token, 'waitingSince' | 'id'>) =>
      earlier.get(...keys(line), waitingSince, id)?.count ?? 0,
  };
}

/** The tokens of a store and the lines that they stand in. */
export function tokenStore(db: Db) {
  const all = `SELECT ${selectList(FIELDS)} FROM token`;
  const byId = db.prepare<[number], TokenRow>(`${all} WHERE id = +?`);
  const byDay = db.prepare<[string, string, number], TokenRow>(
    `${all} WHERE service_day = +? AND series = +? AND number = +?`,
  );
  const live = db.prepare<[string, number], TokenRow>(`${all} WHERE series = +? AND number = +? AND state IN ${LIVE}`);
  // Each state in words: only so does a partial index on the tokens of one state serve.
  const inState = new Map(
    TOKEN_STATES.map((state) => [state, db.prepare<[], TokenRow>(`${all} WHERE state = '${state}' ORDER BY id`)]),
  );
  const parkedAt = db.prepare<[number], TokenRow>(`${all} WHERE state = 'parked' AND counter_id = +? ORDER BY id`);
  const away = db.prepare<[], TokenRow>(
    `${all} WHERE state = 'parked' AND counter_id IS NULL AND away_since IS NOT NULL ORDER BY id`,
  );
  const liveNumbers = db.prepare<[string], { number: number }>(
    `SELECT number FROM token WHERE series = +? AND state IN ${LIVE}`,
  );
  const ofPerson = db.prepare<[string, string], TokenRow>(
    `${all} WHERE person_id = +? AND service_day = +? ORDER BY id`,
  );
  const liveOfPerson = db.prepare<[string], TokenRow>(
    `${all} WHERE person_id = +? AND state IN ${LIVE} ORDER BY id DESC LIMIT 1`,
  );
  const lastId = db.prepare<[], { id: number | null }>(lastIdSql('token', 'token_floor'));
  const upsert = db.prepare(upsertSql('token', FIELDS));
  const counts = lineCounts(db);
  const one = (row: TokenRow | undefined): Token | undefined => row && fromRow(row);
  return {
    ...lineReads(db),
    get: (id: number) => one(byId.get(id)),
    ofDay: (serviceDay: string, series: string, number: number) => one(byDay.get(serviceDay, series, number)),
    /** The token that holds this label now, of whatever day. */
    live: (series: string, number: number) => one(live.get(series, number)),
    /** The numbers of a series that tokens of any day hold now. */
    liveNumbers: (series: string): readonly number[] => liveNumbers.all(series).map(({ number }) => number),
    nextId: () => (lastId.get()?.id ?? 0) + 1,
    /** The lines in which somebody waits. */
    lines: (): readonly Line[] => counts.all.all(),
    inState: (state: Token['state']): readonly Token[] => inState.get(state)?.all().map(fromRow) ?? [],
    /** The tokens of a citizen in a service day. */
    ofPerson: (personId: string, serviceDay: string) => ofPerson.all(personId, serviceDay).map(fromRow),
    /** The newest token that a citizen still has. */
    liveOfPerson: (personId: string) => one(liveOfPerson.get(personId)),
    /** Those who asked for ten more minutes. */
    away: () => away.all().map(fromRow),
    parkedAt: (counterId: number) => parkedAt.all(counterId).map(fromRow),
    /** Writes the whole row and keeps the count of its line right. */
    put(token: Token, before: Token | undefined) {
      upsert.run(toRow(token));
      counts.move(before, token);
    },
  };
}
