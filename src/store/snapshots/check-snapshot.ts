import { existsSync } from 'node:fs';
import { APPLICATION_ID, openReadOnly } from '../database.ts';
import { firstBadSeq, type Head } from '../log/event-log.ts';

/** Events at the end of a snapshot whose seals are checked. */
const TAIL = 500;

/** A snapshot that can be put back, or in one word why it cannot. */
export type CheckedSnapshot =
  | { readonly ok: true; readonly head: Head; readonly centreId: string }
  | { readonly ok: false; readonly fault: 'missing' | 'damaged' | 'foreign' | 'brokenChain' };

/** Looks at every page of a snapshot, whose it is, and the end of its chain. Changes nothing. */
export function checkSnapshot(file: string, key: Buffer): CheckedSnapshot {
  if (!existsSync(file)) return { ok: false, fault: 'missing' };
  try {
    const db = openReadOnly(file);
    try {
      if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) return { ok: false, fault: 'foreign' };
      if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') return { ok: false, fault: 'damaged' };
      const hub = db.prepare<[], { centreId: string }>('SELECT centre_id AS centreId FROM hub WHERE id = 1').get();
      const head = db.prepare<[], Head>('SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1').get();
      if (!hub || !head) return { ok: false, fault: 'damaged' };
      const isWhole = firstBadSeq(db, key, Math.max(1, head.seq - TAIL)) === undefined;
      return isWhole ? { ok: true, head, centreId: hub.centreId } : { ok: false, fault: 'brokenChain' };
    } finally {
      db.close();
    }
  } catch {
    return { ok: false, fault: 'damaged' };
  }
}
