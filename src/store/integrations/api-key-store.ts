import type { ApiKey, Scope } from '../../domain/integrations/api-key.ts';
import { joinIds, selectList, splitIds, upsertSql } from '../columns.ts';
import type { Db } from '../database.ts';

const FIELDS = [
  'id',
  'handle',
  'name',
  'scopes',
  'secretHash',
  'addedAt',
  'revokedAt',
] as const satisfies readonly (keyof ApiKey)[];

type Row = Omit<ApiKey, 'scopes'> & { readonly scopes: string };

const fromRow = (row: Row): ApiKey => ({ ...row, scopes: splitIds(row.scopes) as readonly Scope[] });

/** The keys of the public API. */
export function apiKeyStore(db: Db) {
  const all = `SELECT ${selectList(FIELDS)} FROM api_key`;
  const upsert = db.prepare(upsertSql('api_key', FIELDS));
  const byId = db.prepare<[number], Row>(`${all} WHERE id = +?`);
  const byHandle = db.prepare<[string], Row>(`${all} WHERE handle = +?`);
  const inUse = db.prepare<[], Row>(`${all} WHERE revoked_at IS NULL ORDER BY name, id`);
  const lastId = db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM api_key');
  const one = (row: Row | undefined) => row && fromRow(row);
  return {
    get: (id: number) => one(byId.get(id)),
    /** The key of that handle, also one that was revoked. */
    byHandle: (handle: string) => one(byHandle.get(handle)),
    inUse: (): readonly ApiKey[] => inUse.all().map(fromRow),
    nextId: () => (lastId.get()?.id ?? 0) + 1,
    put: (key: ApiKey) => void upsert.run({ ...key, scopes: joinIds(key.scopes) }),
  };
}
