import type { Application } from '../domain/journeys/application.ts';
import type { Step } from '../domain/journeys/journey.ts';
import { lastIdSql, selectList, upsertSql } from './columns.ts';
import type { Db } from './database.ts';

const FIELDS = [
  'id',
  'trackingNumber',
  'serviceId',
  'personId',
  'tokenId',
  'state',
  'stageId',
  'enteredAt',
  'riskAt',
  'dueAt',
  'steps',
  'planned',
  'filedAt',
  'endedAt',
] as const satisfies readonly (keyof Application)[];

type Row = Omit<Application, 'steps' | 'planned'> & { readonly steps: string; readonly planned: string };

const fromRow = (row: Row): Application => ({
  ...row,
  steps: JSON.parse(row.steps) as Step[],
  planned: JSON.parse(row.planned) as Record<string, number>,
});

/** How many applications lie at a stage of a service, and how many of them are at risk and overdue. */
export interface StageLoad {
  readonly serviceId: string;
  readonly stageId: string;
  readonly open: number;
  readonly atRisk: number;
  readonly overdue: number;
}

/** The applications of a store. */
export function applicationStore(db: Db) {
  const all = `SELECT ${selectList(FIELDS)} FROM application`;
  const byId = db.prepare<[number], Row>(`${all} WHERE id = +?`);
  const byNumber = db.prepare<[string], Row>(`${all} WHERE tracking_number = +?`);
  const open = db.prepare<[string, string, number], Row>(
    `${all} INDEXED BY application_open WHERE state = 'open' AND stage_id = +? AND service_id LIKE +?
     ORDER BY due_at, id LIMIT +?`,
  );
  const ofPerson = db.prepare<[string, string], Row>(
    `${all} WHERE state = 'open' AND person_id = +? AND service_id = +? ORDER BY id LIMIT 1`,
  );
  const load = db.prepare<{ at: number }, StageLoad>(
    `SELECT service_id AS serviceId, stage_id AS stageId, count(*) AS open,
       sum(risk_at <= +@at AND due_at >= +@at) AS atRisk, sum(due_at < +@at) AS overdue
     FROM application WHERE state = 'open' GROUP BY service_id, stage_id`,
  );
  const lastId = db.prepare<[], { id: number | null }>(lastIdSql('application', 'application_floor'));
  const upsert = db.prepare(upsertSql('application', FIELDS));
  const one = (row: Row | undefined): Application | undefined => row && fromRow(row);
  return {
    get: (id: number) => one(byId.get(id)),
    byNumber: (trackingNumber: string) => one(byNumber.get(trackingNumber)),
    /** Open ones at a stage, the soonest due first; of one service, or of all (null). */
    openAt: (stageId: string, serviceId: string | null, most: number): readonly Application[] =>
      open.all(stageId, serviceId ?? '%', most).map(fromRow),
    /** The oldest open one of a citizen for a service. */
    openOf: (personId: string, serviceId: string) => one(ofPerson.get(personId, serviceId)),
    /** Where the open ones lie at that moment (epoch ms). */
    load: (at: number): readonly StageLoad[] =>
      load.all({ at }).map((row) => ({ ...row, atRisk: row.atRisk ?? 0, overdue: row.overdue ?? 0 })),
    nextId: () => (lastId.get()?.id ?? 0) + 1,
    put: (application: Application) =>
      void upsert.run({
        ...application,
        steps: JSON.stringify(application.steps),
        planned: JSON.stringify(application.planned),
      }),
  };
}
