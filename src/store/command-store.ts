import type { Db } from './database.ts';

/** A command that was answered: who sent it, what it was, what was said. `reply` is JSON text. */
export interface Answered {
  readonly name: string;
  readonly device: string;
  readonly reply: string;
}

/** The answers that were given, by command id. */
export function commandStore(db: Db) {
  const get = db.prepare<[string], Answered>('SELECT name, device, reply FROM command WHERE id = +?');
  const add = db.prepare<[string, string, string, string, number]>(
    'INSERT INTO command (id, name, device, reply, answered_at) VALUES (?, ?, ?, ?, ?)',
  );
  const newest = db.prepare<[], { at: number }>('SELECT answered_at AS at FROM command ORDER BY id DESC LIMIT 1');
  let lastAt = newest.get()?.at ?? 0;
  return {
    get: (id: string) => get.get(id),
    /** Never dated back: an answer of a clock that fell to 1970 would be let go of as old once the clock is right. */
    add(id: string, { name, device, reply }: Answered, at: number): void {
      lastAt = Math.max(lastAt, at);
      add.run(id, name, device, reply, lastAt);
    },
  };
}
