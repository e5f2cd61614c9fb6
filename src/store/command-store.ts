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
  return {
    get: (id: string) => get.get(id),
    add: (id: string, { name, device, reply }: Answered, at: number) => void add.run(id, name, device, reply, at),
  };
}
