import type { Db } from '../database.ts';
import type { LoggedEvent } from './event.ts';
import { ALL, type EventRow, fromRow } from './event-log.ts';

/** What was found wrong with the log, as the log itself tells it. */
export function findingReads(db: Db) {
  const lastVerified = db.prepare<[], EventRow>(
    `SELECT ${ALL} FROM event INDEXED BY event_verify WHERE kind = 'verifyLog' ORDER BY seq DESC LIMIT 1`,
  );
  const contradicted = db.prepare<[number], EventRow>(
    `SELECT ${ALL} FROM event INDEXED BY event_contradict WHERE kind = 'contradictLog' AND at >= +? ORDER BY at, seq`,
  );
  return {
    /** What the last check of the whole log gave; undefined before the first. */
    lastVerified: (): LoggedEvent | undefined => {
      const row = lastVerified.get();
      return row && fromRow(row);
    },
    /** The screens that told since an instant (epoch ms) of another log than this one, the oldest first. */
    contradicted: (sinceAt: number): readonly LoggedEvent[] => contradicted.all(sinceAt).map(fromRow),
  };
}
