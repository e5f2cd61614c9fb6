import type { TokenNews } from '../../domain/integrations/token-news.ts';
import type { Telling, Webhook } from '../../domain/integrations/webhook.ts';
import { joinIds, selectList, splitIds, upsertSql } from '../columns.ts';
import type { Db } from '../database.ts';

const FIELDS = ['id', 'url', 'events', 'addedAt', 'removedAt'] as const satisfies readonly (keyof Webhook)[];
const TELLING = [
  'seq',
  'deliveredAt',
  'failures',
  'failingSinceAt',
  'trouble',
  'deadAt',
] as const satisfies readonly (keyof Telling)[];

type Row = Omit<Webhook, 'events'> & { readonly events: string };

const fromRow = (row: Row): Webhook => ({ ...row, events: splitIds(row.events) as readonly TokenNews[] });

/** The addresses that are told of tokens, and how far each has been told. */
export function webhookStore(db: Db) {
  const all = `SELECT ${selectList(FIELDS)} FROM webhook`;
  const upsert = db.prepare(upsertSql('webhook', FIELDS));
  const byId = db.prepare<[number], Row>(`${all} WHERE id = +?`);
  const inUse = db.prepare<[], Row>(`${all} WHERE removed_at IS NULL ORDER BY id`);
  const lastId = db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM webhook');
  const telling = db.prepare<[number], Telling>(
    `SELECT ${selectList(TELLING)} FROM webhook_cursor WHERE webhook_id = +?`,
  );
  const keep = db.prepare(
    `INSERT OR REPLACE INTO webhook_cursor
       (webhook_id, seq, delivered_at, failures, failing_since_at, trouble, dead_at)
     VALUES (@webhookId, @seq, @deliveredAt, @failures, @failingSinceAt, @trouble, @deadAt)`,
  );
  const one = (row: Row | undefined) => row && fromRow(row);
  return {
    get: (id: number) => one(byId.get(id)),
    inUse: (): readonly Webhook[] => inUse.all().map(fromRow),
    nextId: () => (lastId.get()?.id ?? 0) + 1,
    put: (webhook: Webhook) => void upsert.run({ ...webhook, events: joinIds(webhook.events) }),
    tellingOf: (id: number): Telling | undefined => telling.get(id),
    keepTelling: (webhookId: number, change: Telling) => void keep.run({ webhookId, ...change }),
  };
}
