import type { Db } from '../database.ts';

/** Which epoch this store's hub speaks in, and whether a later one has begun elsewhere. */
export function epochStore(db: Db) {
  const read = db.prepare<[], { epoch: number; supersededBy: number | null }>(
    'SELECT epoch, superseded_by AS supersededBy FROM hub WHERE id = 1',
  );
  const begin = db.prepare<[number]>('UPDATE hub SET epoch = ?, superseded_by = NULL WHERE id = 1');
  const supersede = db.prepare<[number]>('UPDATE hub SET superseded_by = ? WHERE id = 1');
  return {
    /** 1 in a log that was never taken over. */
    epoch: (): number => read.get()?.epoch ?? 1,
    /** The epoch that has begun elsewhere since; null while this one is the last. */
    supersededBy: (): number | null => read.get()?.supersededBy ?? null,
    /** This store's hub speaks from now on, in that epoch. */
    begin: (epoch: number) => void begin.run(epoch),
    supersede: (epoch: number) => void supersede.run(epoch),
  };
}
