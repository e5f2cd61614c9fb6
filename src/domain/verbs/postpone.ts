import { accept, type Decision, type Moment, refuse } from '../decision.ts';
import type { Token } from '../token.ts';
import { mayDo } from '../verb-table.ts';

/** How long a citizen may step away at a time, and how often. */
export const POSTPONE_MS = 10 * 60_000;
export const MOST_POSTPONES = 2;

/**
 * A citizen in line asks for ten more minutes: nobody calls them until then. It costs them just the time that they are
 * away: their wait stands still, and whoever overtakes them meanwhile has waited more.
 */
export function postpone(token: Token, now: Moment): Decision<Token> {
  const allowed = mayDo('postpone', token);
  if (!allowed.ok) return allowed;
  if (token.postponeCount >= MOST_POSTPONES) return refuse('postponeLimit', { most: MOST_POSTPONES });
  return accept({
    ...token,
    state: 'parked',
    counterId: null,
    // The counter that it was sent to may close meanwhile.
    boundCounterId: null,
    returnAt: now.at + POSTPONE_MS,
    awaySince: now.queueAt,
    postponeCount: token.postponeCount + 1,
  });
}

/** The start of a token's wait without the time that its citizen was away. */
export const waitingSinceOf = ({ waitingSince, awaySince }: Token, { queueAt }: Moment): number =>
  awaySince === null ? waitingSince : waitingSince + queueAt - awaySince;

/** What is known of who is away: the start of their wait and when they went (queue clock), and until when (wall time). */
export interface Away {
  readonly waitingSince: number;
  readonly awaySince: number;
  readonly returnAt: number;
}

/** The start of the wait of who is away as it will be when their time is over: nobody calls them before. */
export const waitingSinceAtReturn = ({ waitingSince, awaySince, returnAt }: Away, now: Moment): number =>
  waitingSince + now.queueAt - awaySince + Math.max(0, returnAt - now.at);

/** The citizen who stepped away is back, or the time is over: in line again. */
export function comeBack(token: Token, now: Moment): Decision<Token> {
  const allowed = mayDo('comeBack', token);
  if (!allowed.ok) return allowed;
  if (token.awaySince === null) return refuse('wrongState', { verb: 'comeBack', state: token.state });
  return accept({
    ...token,
    state: 'waiting',
    waitingSince: waitingSinceOf(token, now),
    awaySince: null,
    returnAt: null,
  });
}
