import { readdirSync } from 'node:fs';
import { fitsHead, type WrittenHead } from '../../domain/keeping/chain-head.ts';
import { type Db } from '../database.ts';
import type { RestoreRow } from '../snapshots/restored-store.ts';
import { restoredStore } from '../snapshots/restored-store.ts';
import { firstBadSeq, hashAt, type Head } from './event-log.ts';
import { tablesThatDiffer } from './rebuild.ts';

/** A head that somebody outside kept, and who. */
export interface Witness extends WrittenHead {
  readonly name: string;
}

/** One thing that is wrong with a store. */
export type Finding =
  | { readonly kind: 'chain'; readonly seq: number; readonly why: 'missing' | 'changed' }
  | { readonly kind: 'tables'; readonly tables: readonly string[] }
  | { readonly kind: 'cut'; readonly by: string; readonly seq: number; readonly endsAt: number }
  | { readonly kind: 'otherLog'; readonly by: string; readonly seq: number };

/** What a whole check of a store gives. */
export interface Verdict {
  readonly head: Head;
  readonly findings: readonly Finding[];
  readonly restores: readonly RestoreRow[];
  /** False where the store is of another version, whose tables this one cannot make from the log. */
  readonly areTablesChecked: boolean;
  /** How many witnesses were heard. */
  readonly witnesses: number;
}

function chainFinding(db: Db, key: Buffer): readonly Finding[] {
  const seq = firstBadSeq(db, key);
  if (seq === undefined) return [];
  return [{ kind: 'chain', seq, why: hashAt(db, seq) === undefined ? 'missing' : 'changed' }];
}

/** Whether the log holds what a witness saw. */
function witnessFinding(db: Db, head: Head, { name, ...seen }: Witness): readonly Finding[] {
  if (seen.seq === 0) return [];
  if (seen.seq > head.seq) return [{ kind: 'cut', by: name, seq: seen.seq, endsAt: head.seq }];
  const hash = hashAt(db, seen.seq);
  return hash !== undefined && fitsHead(hash, seen) ? [] : [{ kind: 'otherLog', by: name, seq: seen.seq }];
}

/** Whether the migrations here are those that made the store. */
function isOfThisVersion(db: Db, migrations: string): boolean {
  const newest = Math.max(0, ...readdirSync(migrations).map((name) => Number.parseInt(name, 10) || 0));
  return db.pragma('user_version', { simple: true }) === newest;
}

/**
 * Checks a whole store as of one moment, also beside a running hub: every event and its seal, that the tables are what the
 * log gives, and that the log holds what the witnesses saw. Changes nothing.
 */
export function verifyStore(db: Db, key: Buffer, migrations: string, witnesses: readonly Witness[]): Verdict {
  db.exec('BEGIN');
  try {
    const head = db.prepare<[], Head>('SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1').get() ?? {
      seq: 0,
      hash: '',
    };
    const chain = chainFinding(db, key);
    const areTablesChecked = chain.length === 0 && isOfThisVersion(db, migrations);
    const tables = areTablesChecked ? tablesThatDiffer(db, migrations) : [];
    return {
      head,
      findings: [
        ...chain,
        ...(tables.length > 0 ? [{ kind: 'tables' as const, tables }] : []),
        ...witnesses.flatMap((witness) => witnessFinding(db, head, witness)),
      ],
      restores: isOfThisVersion(db, migrations) ? restoredStore(db).all() : [],
      areTablesChecked,
      witnesses: witnesses.length,
    };
  } finally {
    db.exec('ROLLBACK');
  }
}
