import type { Centre } from '../../domain/centre.ts';
import type { Token } from '../../domain/token.ts';
import type { CentreView, TokenView } from '../../protocol/views/views.ts';
import type { Outlook } from '../forecast/outlook.ts';
import type { Hall } from '../hall.ts';
import { centreView } from '../views/centre-view.ts';
import { readTokenKey, tokenKeyOf } from './token-key.ts';
import { tokenWishes } from './token-wishes.ts';
import { tokenView } from './token-view.ts';

/** How long a code is still good after its visit: its citizen reads that it is over. */
const AFTER_MS = 2 * 3_600_000;

/** The page behind a slip's code: where it is, what it shows to whoever holds its key, and what they may do. */
export function tokenPage(hall: Hall, outlook: Outlook, citizenUrl: string | null) {
  const { store, clock, byCitizen } = hall;
  /** A code dies with the visit; one that filed an application follows that until it is handed over. */
  function isOver({ state, endedAt, applicationId }: Token): boolean {
    const isEnded = state === 'done' || state === 'left';
    if (!isEnded || clock.at() - (endedAt ?? 0) < AFTER_MS) return false;
    return applicationId === null || store.applications.get(applicationId)?.state !== 'open';
  }

  function tokenOf(key: string): Token | undefined {
    const token = store.tokens.get(readTokenKey(store.personKey, key) ?? 0);
    return token && !isOver(token) ? token : undefined;
  }

  let known: { readonly centre: Centre; readonly view: CentreView } | undefined;
  function wholeView(centre: Centre): CentreView {
    // The same for thousands of phones, until the manager changes it.
    if (known?.centre !== centre) known = { centre, view: centreView(centre, clock.kind) };
    return known.view;
  }

  /** The centre as far as this token has to do with it: a phone asks every few seconds, over the hall's Wi-Fi. */
  function centreFor({ services }: Token): CentreView {
    const view = wholeView(hall.centre);
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
      const token = tokenOf(key);
      const facts = { at: clock.at(), waitOf: outlook.waitOf };
      return token && { centre: centreFor(token), token: tokenView(store, hall.centre, token, facts) };
    },
    ...tokenWishes(byCitizen, tokenOf),
  };
}

export type TokenPage = ReturnType<typeof tokenPage>;
