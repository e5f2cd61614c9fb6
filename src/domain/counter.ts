import type { Token } from './token.ts';

export const COUNTER_STATUSES = ['closed', 'open', 'onBreak'] as const;
export type CounterStatus = (typeof COUNTER_STATUSES)[number];

/** A place where an operator serves. It never holds more than one open token. */
export interface Counter {
  readonly id: number;
  readonly status: CounterStatus;
  /** Name of who sits there; null when closed. */
  readonly operator: string | null;
  /** The open (called or serving) token. */
  readonly tokenId: number | null;
  /** Whether a finish calls the next token by itself. */
  readonly isAutoCall: boolean;
  /** Epoch ms of the last change of status. */
  readonly statusAt: number;
  /** What undo would bring back: the token that this counter ended last, and when on the queue clock. */
  readonly lastEndedTokenId: number | null;
  readonly lastEndedAt: number | null;
  /** That token as it was before. */
  readonly lastEndedToken: Token | null;
}

/** A counter as it stands before its first opening. */
export const closedCounter = (id: number, at: number): Counter => ({
  id,
  status: 'closed',
  operator: null,
  tokenId: null,
  isAutoCall: false,
  statusAt: at,
  lastEndedTokenId: null,
  lastEndedAt: null,
  lastEndedToken: null,
});
