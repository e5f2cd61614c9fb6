import type { Db } from '../database.ts';

/** How far a feed has come, and since when it works or not (epoch ms). */
export interface FeedRecord {
  readonly name: string;
  readonly cursor: string | null;
  readonly etag: string | null;
  readonly upAt: number | null;
  readonly downSinceAt: number | null;
  readonly trouble: string | null;
  readonly detail: string | null;
}

/** A row that a feed brought and the hall could not take. */
export interface FeedFault {
  readonly feed: string;
  readonly place: string;
  readonly sourceId: string | null;
  readonly fault: string;
  readonly at: number;
}

const NEVER = { cursor: null, etag: null, upAt: null, downSinceAt: null, trouble: null, detail: null } as const;
const MOST_FAULTS = 5_000;

/** The feeds of a store. They are no part of the log: what they bring is. */
export function feedStore(db: Db) {
  const get = db.prepare<[string], FeedRecord>(
    `SELECT name, cursor, etag, up_at AS upAt, down_since_at AS downSinceAt, trouble, detail FROM feed WHERE name = +?`,
  );
  const put = db.prepare(
    `INSERT INTO feed (name, cursor, etag, up_at, down_since_at, trouble, detail)
     VALUES (@name, @cursor, @etag, @upAt, @downSinceAt, @trouble, @detail)
     ON CONFLICT (name) DO UPDATE SET cursor = excluded.cursor, etag = excluded.etag, up_at = excluded.up_at,
       down_since_at = excluded.down_since_at, trouble = excluded.trouble, detail = excluded.detail`,
  );
  const addFault = db.prepare(
    'INSERT INTO feed_fault (feed, place, source_id, fault, at) VALUES (@feed, @place, @sourceId, @fault, @at)',
  );
  const cut = db.prepare<[number]>('DELETE FROM feed_fault WHERE id <= (SELECT max(id) FROM feed_fault) - ?');
  const faults = db.prepare<[number, number], FeedFault>(
    'SELECT feed, place, source_id AS sourceId, fault, at FROM feed_fault WHERE at >= +? ORDER BY id DESC LIMIT +?',
  );
  const known = (name: string): FeedRecord => get.get(name) ?? { name, ...NEVER };
  return {
    get: known,
    change: (name: string, change: Partial<Omit<FeedRecord, 'name'>>) => void put.run({ ...known(name), ...change }),
    /** Keeps a fault; the oldest go when there are too many. */
    addFault(fault: FeedFault): void {
      addFault.run(fault);
      cut.run(MOST_FAULTS);
    },
    /** The newest faults since an instant, newest first. */
    faults: (sinceAt: number, most: number): readonly FeedFault[] => faults.all(sinceAt, most),
  };
}
