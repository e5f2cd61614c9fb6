import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openReadOnly } from '../database.ts';
import type { Restored } from '../log/event.ts';
import { putOnDisk } from './on-disk.ts';

/** What the store that is taken away can still tell, when it can be read at all. */
export interface LostStore {
  readonly seq: number;
  readonly serviceDay: string;
  readonly tokenId: number;
  readonly applicationId: number;
  /** Letters that were added to series by earlier restores, and until when. */
  readonly marks: readonly Pick<Restored, 'mark' | 'untilDay'>[];
  /** Random ids of citizens whose data were erased on their wish. */
  readonly erased: readonly string[];
}

/** Reads a store as far as it can be read; undefined when it is missing or damaged. */
export function readLostStore(file: string): LostStore | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const db = openReadOnly(file);
    try {
      const number = (sql: string) => db.prepare<[], { n: number | null }>(sql).get()?.n ?? 0;
      const texts = (sql: string) =>
        db
          .prepare<[], { text: string }>(sql)
          .all()
          .map(({ text }) => text);
      return {
        seq: number('SELECT max(seq) AS n FROM event'),
        serviceDay: texts('SELECT service_day AS text FROM hall')[0] ?? '',
        tokenId: number('SELECT max(id) AS n FROM token'),
        applicationId: number('SELECT max(id) AS n FROM application'),
        marks: db.prepare<[], LostStore['marks'][number]>('SELECT mark, until_day AS untilDay FROM restored').all(),
        erased: texts("SELECT payload ->> '$.about.personId' AS text FROM event WHERE kind = 'eraseSubject'"),
      };
    } finally {
      db.close();
    }
  } catch {
    return undefined;
  }
}

const fileOf = (folder: string): string => join(folder, 'restores.json');

/**
 * The restores of a data folder as they were noted beside the database: a snapshot of before the first of them knows
 * nothing of it. None where the note is missing or cannot be read.
 */
export function notedRestores(folder: string): readonly Restored[] {
  try {
    return JSON.parse(readFileSync(fileOf(folder), 'utf8')) as Restored[];
  } catch {
    return [];
  }
}

/** Notes a restore before it is done, so that its letter is taken whatever becomes of it. */
export function noteRestore(folder: string, restored: Restored): void {
  writeFileSync(fileOf(folder), `${JSON.stringify([...notedRestores(folder), restored])}\n`, { mode: 0o600 });
  putOnDisk(fileOf(folder));
}
