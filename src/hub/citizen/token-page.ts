import type { Token } from '../../domain/token.ts';
import type { CentreView, TokenView } from '../../protocol/views.ts';
import type { Outlook } from '../forecast/outlook.ts';
import type { Hall } from '../hall.ts';
import { centreView } from '../views/centre-view.ts';
import { readTokenKey, tokenKeyOf } from './token-key.ts';
import { tokenView } from './token-view.ts';

/** The page behind a slip's code: where it is, and what it shows to whoever holds its key. */
export function tokenPage({ store, centre, clock }: Hall, outlook: Outlook, citizenUrl: string | null) {
  /** The centre as far as this token has to do with it: a phone asks every few seconds, over the hall's Wi-Fi. */
  function centreFor({ services }: Token): CentreView {
    const view = centreView(centre, clock.kind);
    return {
      ...view,
      services: view.services.filter(({ id }) => services.includes(id)),
      groups: [],
      counters: [],
      kiosks: [],
      ticker: [],
    };
  }
  return {
    /** Null where phones reach no hub. */
    urlOf: (tokenId: number): string | null =>
      citizenUrl === null ? null : `${citizenUrl}/t/${tokenKeyOf(store.personKey, tokenId)}`,
    read(key: string): { readonly centre: CentreView; readonly token: TokenView } | undefined {
      const token = store.tokens.get(readTokenKey(store.personKey, key) ?? 0);
      const facts = { at: clock.at(), waitOf: outlook.waitOf };
      return token && { centre: centreFor(token), token: tokenView(store, centre, token, facts) };
    },
  };
}
