import { compareHeads, rankOf } from '../domain/calling-rule.ts';
import type { Token } from '../domain/token.ts';
import type { Store } from '../store/store.ts';
import type { Line } from '../store/token-store.ts';

/** The lines that a counter serves: those of its services that are bound to no other counter, and its own. */
export function linesOf(
  store: Pick<Store, 'tokens'>,
  counterId: number,
  levels: readonly (readonly string[])[],
): readonly Line[] {
  const queues = new Set(levels.flat());
  return store.tokens
    .lines()
    .filter((line) => (line.boundCounterId === null ? queues.has(line.queueId) : line.boundCounterId === counterId));
}

/** The first `most` waiting tokens of those lines, in the order in which they would be called if nobody else came. */
export function callingOrder(
  store: Pick<Store, 'tokens'>,
  lines: readonly Line[],
  levels: readonly (readonly string[])[],
  queueAt: number,
  most: number,
): readonly Token[] {
  return lines
    .flatMap((line) => store.tokens.headsOf(line, most))
    .map((head) => ({ head, rank: rankOf(levels, head, queueAt) ?? levels.length }))
    .toSorted((a, b) => a.rank - b.rank || compareHeads(a.head, b.head, queueAt))
    .slice(0, most)
    .flatMap(({ head }) => store.tokens.get(head.tokenId) ?? []);
}

/** How many wait for a service, in all lines of one stage, or of all. */
export const waitingFor = (lines: readonly Line[], serviceId: string, stageId?: string): number =>
  lines
    .filter((line) => line.serviceId === serviceId && (stageId === undefined || line.stageId === stageId))
    .reduce((sum, line) => sum + line.waiting, 0);

/** How many of the same stage and promise stand before it. */
export function aheadOf({ tokens }: Pick<Store, 'tokens'>, token: Token): number {
  const line = tokens
    .lines()
    .find(
      (one) =>
        one.serviceId === token.serviceId &&
        one.stageId === token.stageId &&
        one.targetMs === token.targetMs &&
        one.boundCounterId === token.boundCounterId,
    );
  return token.state === 'waiting' && line ? tokens.earlierIn(line, token) : 0;
}
