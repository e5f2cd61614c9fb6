import type { TokenState } from '../../domain/token.ts';
import type { Db } from '../database.ts';

/** The states that a partial index holds, so that no day of the past is read. */
const OPEN = "state IN ('called', 'serving')";
const WHERE = {
  waiting: "state = 'waiting'",
  called: `${OPEN} AND state = 'called'`,
  serving: `${OPEN} AND state = 'serving'`,
  parked: "state = 'parked'",
  carriedOver: "state = 'carriedOver'",
} as const satisfies Partial<Record<TokenState, string>>;
export type ListedState = keyof typeof WHERE;

/** The ids of the tokens in one state, oldest first, of one service or of all. */
export function tokenList(db: Db) {
  const prepare = (state: ListedState) =>
    db.prepare<[string | null, string | null, number], { readonly id: number }>(
      `SELECT id FROM token WHERE ${WHERE[state]} AND (+? IS NULL OR service_id = +?) ORDER BY +id LIMIT +?`,
    );
  const statements = new Map((Object.keys(WHERE) as ListedState[]).map((state) => [state, prepare(state)]));
  return (state: ListedState, serviceId: string | null, most: number): readonly number[] =>
    (statements.get(state)?.all(serviceId, serviceId, most) ?? []).map(({ id }) => id);
}
