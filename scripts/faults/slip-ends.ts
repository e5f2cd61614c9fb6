import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Broken } from '../../tests/faults/checker/evidence.ts';

/** How many slips of kiosk 1 have which end. */
export type SlipEnds = Readonly<Record<'queued' | 'confirmed' | 'notSent' | 'uncertain', number>>;

/** What a store knows of the slips of kiosk 1. */
export function slipEnds(folder: string): SlipEnds {
  const db = new Database(join(folder, 'markaz.db'), { readonly: true });
  const rows = db
    .prepare<[], { outcome: string; n: number }>(
      'SELECT outcome, count(*) AS n FROM slip WHERE kiosk_id = 1 GROUP BY 1',
    )
    .all();
  db.close();
  const count = (outcome: string): number => rows.find((row) => row.outcome === outcome)?.n ?? 0;
  return {
    queued: count('queued'),
    confirmed: count('confirmed'),
    notSent: count('notSent'),
    uncertain: count('uncertain'),
  };
}

/** I11 on paper: every slip that is confirmed came out, and none but those that are uncertain beside them. */
export function paperBroken({ confirmed, uncertain }: SlipEnds, cuts: number): readonly Broken[] {
  if (cuts >= confirmed && cuts <= confirmed + uncertain) return [];
  return [{ invariant: 'I11', what: `${cuts} slips came out; ${confirmed} are confirmed, ${uncertain} uncertain` }];
}
