import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { Db } from '../database.ts';
import type { LoggedEvent, NewEvent, Origin, Payload } from './event.ts';

/** The end of the log: number and hash of its last event. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** The hash before the first event. */
const GENESIS = '0'.repeat(64);

/** What is told of the log does not go on from what is here: it was put back since, or is another one. */
export class OtherLog extends Error {}

/** An event as its table holds it: the payload as JSON text. */
export interface EventRow {
  readonly seq: number;
  readonly centreId: string;
  readonly at: number;
  readonly queueAt: number;
  readonly kind: string;
  readonly actor: string;
  readonly device: string;
  readonly commandId: string | null;
  readonly tokenId: number | null;
  readonly payload: string;
  readonly hash: string;
}

export const ALL = `seq, centre_id AS centreId, at, queue_at AS queueAt, kind, actor, device,
  command_id AS commandId, token_id AS tokenId, payload, hash`;

function sealOf(key: KeyObject, before: string, row: Omit<EventRow, 'hash'>): string {
  const parts = [row.seq, row.centreId, row.at, row.queueAt, row.kind, row.actor, row.device];
  const text = JSON.stringify([before, ...parts, row.commandId, row.tokenId, row.payload]);
  return createHmac('sha256', key).update(text).digest('hex');
}

export const fromRow = (row: EventRow): LoggedEvent => ({ ...row, payload: JSON.parse(row.payload) as Payload });

/** The append-only log of a store. `key` seals each event over the one before; it lives outside the database. */
export function eventLog(db: Db, centreId: string, key: Buffer) {
  // Made once: a key out of a buffer at each event costs six times what its seal does.
  const sealKey = createSecretKey(key);
  const insert =
    db.prepare(`INSERT INTO event (seq, centre_id, at, queue_at, kind, actor, device, command_id, token_id, payload, hash)
    VALUES (@seq, @centreId, @at, @queueAt, @kind, @actor, @device, @commandId, @tokenId, @payload, @hash)`);
  const readHead = (): Head =>
    db.prepare<[], Head>('SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1').get() ?? { seq: 0, hash: GENESIS };
  let head = readHead();
  return {
    head: () => head,
    /** Appends inside the caller's transaction; after a rollback call `reread`. */
    append(event: NewEvent, origin: Origin): LoggedEvent {
      const { at, queueAt, commandId } = origin;
      // SQLite keeps UTF-8: half a character would come back as another one, and the seal would not fit.
      const [actor, device] = [origin.actor.toWellFormed(), origin.device.toWellFormed()];
      const payload = JSON.stringify(event.payload);
      const seq = head.seq + 1;
      const row = {
        seq,
        centreId,
        at,
        queueAt,
        kind: event.kind,
        actor,
        device,
        commandId,
        tokenId: event.tokenId,
        payload,
      };
      const hash = sealOf(sealKey, head.hash, row);
      insert.run({ ...row, hash });
      head = { seq, hash };
      return { ...event, ...origin, actor, device, seq, centreId, hash };
    },
    /** Appends an event of another store of the same log. @throws OtherLog when it is not the next, or not sealed with its key. */
    appendCopied(row: EventRow): void {
      if (row.seq !== head.seq + 1 || row.hash !== sealOf(sealKey, head.hash, row)) {
        throw new OtherLog(`Event ${row.seq} does not follow event ${head.seq} of this log.`);
      }
      insert.run(row);
      head = { seq: row.seq, hash: row.hash };
    },
    reread() {
      head = readHead();
    },
  };
}

/** The events from `from` on, in order, read one at a time. */
export function* readEvents(db: Db, from = 1): Generator<LoggedEvent> {
  for (const row of db
    .prepare<[number], EventRow>(`SELECT ${ALL} FROM event WHERE seq >= +? ORDER BY seq`)
    .iterate(from)) {
    yield fromRow(row);
  }
}

/** The number of the first event at or after an instant (epoch ms), about: the log is in order of time but for a clock set back. */
export function seqSince(db: Db, at: number): number {
  const atOf = db.prepare<[number], { at: number }>('SELECT at FROM event WHERE seq >= +? ORDER BY seq LIMIT 1');
  let low = 1;
  let high = (lastEvent(db)?.seq ?? 0) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((atOf.get(middle)?.at ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last event, or undefined in an empty log. */
export function lastEvent(db: Db): LoggedEvent | undefined {
  const row = db.prepare<[], EventRow>(`SELECT ${ALL} FROM event ORDER BY seq DESC LIMIT 1`).get();
  return row && fromRow(row);
}

/** The hash of an event; undefined when there is none of that number. */
export const hashAt = (db: Db, seq: number): string | undefined =>
  db.prepare<[number], { hash: string }>('SELECT hash FROM event WHERE seq = +?').get(seq)?.hash;

/** First `seq` from `from` on that is missing or does not carry its hash; undefined when the chain is whole. */
export function firstBadSeq(db: Db, key: Buffer, from = 1): number | undefined {
  const sealKey = createSecretKey(key);
  const before = db.prepare<[number], Head>('SELECT seq, hash FROM event WHERE seq = +?').get(from - 1);
  let expected: Head = before ?? { seq: from - 1, hash: GENESIS };
  for (const row of db
    .prepare<[number], EventRow>(`SELECT ${ALL} FROM event WHERE seq >= +? ORDER BY seq`)
    .iterate(from)) {
    if (row.seq !== expected.seq + 1 || row.hash !== sealOf(sealKey, expected.hash, row)) return expected.seq + 1;
    expected = row;
  }
  return undefined;
}
