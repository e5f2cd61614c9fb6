import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Moment } from '../../domain/decision.ts';
import { openReadOnly } from '../../store/database.ts';
import { lastEvent } from '../../store/log/event-log.ts';

/** The moment of the last event in a data folder, so that a demo clock goes on from there; undefined when there is none. */
export function lastMomentOf(folder: string): Moment | undefined {
  const file = join(folder, 'markaz.db');
  if (!existsSync(file)) return undefined;
  try {
    const db = openReadOnly(file);
    try {
      return lastEvent(db);
    } finally {
      db.close();
    }
  } catch {
    return undefined; // What is wrong with the store is told when it is opened.
  }
}
