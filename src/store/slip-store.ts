import { selectList, upsertSql } from './columns.ts';
import type { Db } from './database.ts';
import type { Slip } from './log/event.ts';

const FIELDS = [
  'id',
  'tokenId',
  'kind',
  'kioskId',
  'counterId',
  'printer',
  'outcome',
  'outcomeAt',
  'copyOf',
] as const satisfies readonly (keyof Slip)[];

/** The slips of a store and what became of each. */
export function slipStore(db: Db) {
  const upsert = db.prepare(upsertSql('slip', FIELDS));
  const byId = db.prepare<[number], Slip>(`SELECT ${selectList(FIELDS)} FROM slip WHERE id = +?`);
  const ofKiosk = db.prepare<[number, number], Slip>(
    `SELECT ${selectList(FIELDS)} FROM slip WHERE kiosk_id = +? ORDER BY id DESC LIMIT +?`,
  );
  const ofCounter = db.prepare<[number, number], Slip>(
    `SELECT ${selectList(FIELDS)} FROM slip WHERE counter_id = +? ORDER BY id DESC LIMIT +?`,
  );
  const ofToken = db.prepare<[number], Slip>(
    `SELECT ${selectList(FIELDS)} FROM slip WHERE token_id = +? AND kind = 'token' ORDER BY id DESC LIMIT 1`,
  );
  const queued = db.prepare<[], Slip>(`SELECT ${selectList(FIELDS)} FROM slip WHERE outcome = 'queued' ORDER BY id`);
  const lastId = db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM slip');
  return {
    get: (id: number) => byId.get(id),
    nextId: () => (lastId.get()?.id ?? 0) + 1,
    /** The newest slips of a kiosk, newest first. */
    ofKiosk: (kioskId: number, most: number): readonly Slip[] => ofKiosk.all(kioskId, most),
    /** The newest slips of a counter, newest first. */
    ofCounter: (counterId: number, most: number): readonly Slip[] => ofCounter.all(counterId, most),
    /** The newest slip of a token. */
    ofToken: (tokenId: number): Slip | undefined => ofToken.get(tokenId),
    queued: (): readonly Slip[] => queued.all(),
    put: (slip: Slip) => void upsert.run(slip),
  };
}
