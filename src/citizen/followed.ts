import type { CentreView, TokenView } from '../protocol/views/views.ts';

/** What the hub says behind a key. */
export interface Followed {
  readonly centre: CentreView;
  readonly token: TokenView;
}
