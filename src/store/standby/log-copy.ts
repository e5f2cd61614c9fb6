import type { Db } from '../database.ts';
import { applyEvent } from '../log/apply-event.ts';
import { ALL, type EventRow, fromRow } from '../log/event-log.ts';
import type { Payload } from '../log/event.ts';
import type { Tables } from '../tables.ts';

/** A row of a table as it lies there, by its columns. */
export type RawRow = Readonly<Record<string, string | number | null>>;

/** A piece of a log, in order, with what its events go with and the log does not hold. */
export interface CopyBatch {
  readonly events: readonly EventRow[];
  /** The answers to the commands of these events: a repeat gets the same ones from whoever takes over. */
  readonly commands: readonly RawRow[];
  /** Who the citizens of these events are. */
  readonly persons: readonly RawRow[];
}

/** Small tables that are no part of the log, whole: PINs, who is signed in, where feeds and webhooks are. */
const SIDE_TABLES = ['staff_secret', 'session', 'feed', 'feed_fault', 'webhook_cursor'] as const;
export type SideTables = Readonly<Record<(typeof SIDE_TABLES)[number], readonly RawRow[]>>;

/** Ids of tokens and appointments that an event changes. */
const idsOf = ({ tokens = [], appointments = [] }: Payload) => ({
  tokens: tokens.map(({ id }) => id),
  appointments: appointments.map(({ id }) => id),
});

/** Reads a log piece by piece, for a standby that follows it. */
export function copyReads(db: Db) {
  const after = db.prepare<[number, number], EventRow>(`SELECT ${ALL} FROM event WHERE seq > +? ORDER BY seq LIMIT +?`);
  const command = db.prepare<[string], RawRow>('SELECT * FROM command WHERE id = +?');
  const person = db.prepare<[string], RawRow>('SELECT * FROM person WHERE id = +?');
  const ofToken = db.prepare<[number], { id: string | null }>('SELECT person_id AS id FROM token WHERE id = +?');
  const ofBooking = db.prepare<[number], { id: string | null }>(
    'SELECT person_id AS id FROM appointment WHERE id = +?',
  );
  const sides = SIDE_TABLES.map((name) => [name, db.prepare<[], RawRow>(`SELECT * FROM ${name}`)] as const);

  function personsOf(events: readonly EventRow[]): readonly RawRow[] {
    const ids = new Set<string>();
    for (const { payload } of events) {
      const { tokens, appointments } = idsOf(JSON.parse(payload) as Payload);
      const found = [...tokens.map((id) => ofToken.get(id)?.id), ...appointments.map((id) => ofBooking.get(id)?.id)];
      for (const id of found) if (id) ids.add(id);
    }
    return [...ids].map((id) => person.get(id)).filter((one) => one !== undefined);
  }

  const rowsOf = (ids: ReadonlySet<string>) => [...ids].map((id) => command.get(id)).filter((one) => one !== undefined);

  return {
    /** The events behind `seq`, at most so many, with what goes with them. */
    copyAfter(seq: number, most: number): CopyBatch {
      const events = after.all(seq, most);
      const ids = new Set(events.flatMap(({ commandId }) => commandId ?? []));
      return { events, commands: rowsOf(ids), persons: personsOf(events) };
    },
    sideTables: (): SideTables =>
      Object.fromEntries(sides.map(([name, read]) => [name, read.all()])) as unknown as SideTables,
  };
}

const columnsOf = (db: Db, table: string): readonly string[] =>
  db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(+?)')
    .all(table)
    .map(({ name }) => name);

/** Writes rows as they are; those that are there already are replaced. */
function writerOf(db: Db, table: string) {
  const columns = columnsOf(db, table);
  const write = db.prepare(
    `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
  );
  return (rows: readonly RawRow[]): void => {
    for (const row of rows) write.run(row);
  };
}

/** Takes in what was read of another store of the same log, inside the caller's transaction. */
export function copyWrites(db: Db, tables: Tables, appendCopied: (row: EventRow) => void) {
  const [commands, persons] = [writerOf(db, 'command'), writerOf(db, 'person')];
  const sides = SIDE_TABLES.map((name) => [name, db.prepare(`DELETE FROM ${name}`), writerOf(db, name)] as const);
  return {
    /** @throws when an event does not carry the seal of the log over the one before. */
    takeCopy(batch: CopyBatch): void {
      persons(batch.persons);
      commands(batch.commands);
      for (const row of batch.events) {
        appendCopied(row);
        const event = fromRow(row);
        applyEvent(tables, event);
        // Whom the other store had to forget.
        if (event.kind === 'eraseSubject') tables.persons.erase(String(event.payload.about?.['personId'] ?? ''));
      }
    },
    takeSideTables(side: SideTables): void {
      for (const [name, clear, write] of sides) {
        clear.run();
        write(side[name]);
      }
    },
  };
}
