import type { Line } from '../../store/token-store.ts';
import type { Store } from '../../store/store.ts';

type Seen = Pick<Store, 'tokens' | 'counters' | 'applications' | 'slips' | 'calls' | 'hall'>;

/** Gives what was read of it before, for as long as nothing was logged since. */
function remember<Args extends readonly unknown[], T>(
  head: Store['head'],
  read: (...args: Args) => T,
  keyOf: (...args: Args) => string | number = () => '',
) {
  const known = new Map<string | number, T>();
  let at: ReturnType<Store['head']> | undefined;
  return (...args: Args): T => {
    const now = head();
    if (now !== at) known.clear();
    at = now;
    const key = keyOf(...args);
    // Whatever is read is no undefined but a token that is not there, and asking anew for that costs little.
    const value = known.get(key) ?? read(...args);
    known.set(key, value);
    return value;
  };
}

const keyOfLine = ({ queueId, targetMs, boundCounterId }: Line): string => `${queueId} ${targetMs} ${boundCounterId}`;

/**
 * A store for views alone: fifty consoles show much of the same, and it is read once for each state of the log. For
 * reads between transactions; within one, what is written is not yet all there when the log has grown.
 */
export function remembering({ head, tokens, counters, applications, slips, calls, hall }: Store): Seen {
  return {
    applications,
    slips,
    calls,
    hall,
    tokens: {
      ...tokens,
      lines: remember(head, tokens.lines),
      get: remember(head, tokens.get, (id) => id),
      headsOf: remember(head, tokens.headsOf, (line, most) => `${keyOfLine(line)} ${most}`),
      away: remember(head, tokens.away),
    },
    counters: {
      ...counters,
      statuses: remember(head, counters.statuses),
      held: remember(head, counters.held),
      all: remember(head, counters.all),
    },
  };
}
