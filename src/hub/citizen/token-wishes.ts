import { closedCounter } from '../../domain/counter.ts';
import { type Decision, type Moment, refuse } from '../../domain/decision.ts';
import type { Face } from '../../domain/feedback.ts';
import type { Token } from '../../domain/token.ts';
import type { AtCounter } from '../../domain/verbs/at-counter.ts';
import { leave } from '../../domain/verbs/ending.ts';
import { comeBack, postpone } from '../../domain/verbs/postpone.ts';
import type { ErrorCode } from '../../protocol/error-codes.ts';
import { log, logVerb } from '../context.ts';
import type { Hall } from '../hall.ts';

/** What a citizen may do by phone with the token of a key. */
export function tokenWishes(byCitizen: Hall['byCitizen'], tokenOf: (key: string) => Token | undefined) {
  /** Whose answer is counted: kept here alone, so that no answer can be traced back. */
  const answered = new Set<number>();
  /** Carries out a verb of a token that no counter has in its hands. */
  const decided = (key: string, kind: string, decide: (token: Token, now: Moment) => Decision<Token>) =>
    byCitizen((context): ErrorCode | undefined => {
      const token = tokenOf(key);
      const decision = token ? decide(token, context.now) : refuse('unknownToken');
      if (!decision.ok) return decision.error.code;
      if (token) logVerb(context, kind, { token }, { token: decision.value });
      return undefined;
    });
  return {
    /** Counts what a citizen thought of a visit that is over, once; gives why not, or nothing. */
    feedback: (key: string, face: Face): Promise<ErrorCode | undefined> =>
      byCitizen((context) => {
        const token = tokenOf(key);
        if (!token) return 'unknownToken';
        const { state, serviceDay, serviceId, counterId } = token;
        if (state !== 'done' || counterId === null) return 'wrongState';
        if (answered.has(token.id)) return undefined;
        answered.add(token.id);
        // No token stands beside it in the log.
        log(context, 'feedback', null, { feedback: { serviceDay, serviceId, counterId, face } });
        return undefined;
      }),
    /** Ten more minutes for a token that waits; gives why not, or nothing. */
    later: (key: string) => decided(key, 'postpone', postpone),
    /** Back before they are over. */
    back: (key: string) => decided(key, 'comeBack', comeBack),
    /** Ends the visit of a token that waits; gives why not, or nothing. */
    leave: (key: string): Promise<ErrorCode | undefined> =>
      byCitizen((context) => {
        const token = tokenOf(key);
        const left = token ? leaveLine(token, context.now.at, (at) => leave(at, context.now)) : refuse('unknownToken');
        if (!left.ok) return left.error.code;
        if (token) logVerb(context, 'leave', { token }, { token: left.value.token });
        return undefined;
      }),
  };
}

/** At a counter its operator sees the citizen go: from a phone one leaves the line alone. */
function leaveLine(token: Token, at: number, decide: (at: AtCounter) => Decision<AtCounter>): Decision<AtCounter> {
  if (token.state !== 'waiting') return refuse('wrongState', { verb: 'leave', state: token.state });
  return decide({ token, counter: closedCounter(0, at) });
}
