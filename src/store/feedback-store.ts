import type { Feedback } from '../domain/feedback.ts';
import type { Db } from './database.ts';

/** Answers of one kind, counted over days. */
export type FeedbackCount = Omit<Feedback, 'serviceDay'> & { readonly count: number };

/** What citizens thought of their visits. */
export function feedbackStore(db: Db) {
  const add = db.prepare<[string, string, number, string]>(
    `INSERT INTO feedback (service_day, service_id, counter_id, face, count) VALUES (?, ?, ?, ?, 1)
     ON CONFLICT DO UPDATE SET count = count + 1`,
  );
  const since = db.prepare<[string], FeedbackCount>(
    `SELECT service_id AS serviceId, counter_id AS counterId, face, sum(count) AS count FROM feedback
     WHERE service_day >= +? GROUP BY service_id, counter_id, face ORDER BY service_id, counter_id, face`,
  );
  const drop = db.prepare<[string]>('DELETE FROM feedback WHERE service_day < ?');
  const countBefore = db.prepare<[string], { count: number }>(
    'SELECT count(*) AS count FROM feedback WHERE service_day < +?',
  );
  return {
    /** How many counts are of days before that one. */
    countBefore: (serviceDay: string): number => countBefore.get(serviceDay)?.count ?? 0,
    dropBefore: (serviceDay: string) => void drop.run(serviceDay),
    add: ({ serviceDay, serviceId, counterId, face }: Feedback) => void add.run(serviceDay, serviceId, counterId, face),
    /** The answers of a service day and those after it. */
    since: (serviceDay: string): readonly FeedbackCount[] => since.all(serviceDay),
  };
}
