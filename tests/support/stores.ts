import { openStore, type Store } from '../../src/store/store.ts';
import { SMALL_CENTRE } from './centre.ts';
import { MIGRATIONS } from './places.ts';
import { tokenWith } from './rows.ts';

/** Ten in the morning of the service day in which these stores are. */
const AT = Date.parse('2026-11-23T10:00:00+05:00');

/** A store of the small centre on its own, without a hub. */
export const openSmall = (folder: string): Store =>
  openStore({ folder, migrations: MIGRATIONS, centreId: 'small', newHubId: 'hub', now: 0 });

const originAt = (at: number) => ({ actor: 'test', device: 'test', commandId: null, at, queueAt: 1 });

/** Sets the hall up, where that is not done yet, and issues tokens of the first service by the store's own numbers. */
export function issueTokens(store: Store, count: number, at = AT): readonly string[] {
  return store.transact(() => {
    const day = store.hall.get()?.serviceDay ?? '2026-11-23';
    if (!store.hall.get()) {
      const hall = { centre: SMALL_CENTRE, serviceDay: day };
      store.append({ kind: 'setUp', tokenId: null, payload: { hall } }, originAt(at));
    }
    const series = `A${store.restored.markOn(day)}`;
    return Array.from({ length: count }, () => {
      const id = store.tokens.nextId();
      const number = store.days.nextNumber(day, series);
      const token = tokenWith({ id, number, series, serviceDay: day });
      const payload = { tokens: [token], series: { name: series, nextNumber: number + 1 } };
      store.append({ kind: 'issue', tokenId: id, payload }, originAt(at));
      return `${day} ${series}-${number}`;
    });
  });
}
