import { queueIdOf } from '../../domain/journeys/journey.ts';
import type { Token } from '../../domain/token.ts';

/** A token as its events have told it so far. */
export type TokenSeen = Partial<Token>;

export const queueOf = ({ serviceId, stageId }: TokenSeen): string | undefined =>
  serviceId === undefined ? undefined : queueIdOf(serviceId, stageId ?? '');

/** Every token as the events so far have told it. */
export function tokensSeen() {
  const tokens = new Map<number, TokenSeen>();
  return {
    of: (id: number | null): TokenSeen | undefined => tokens.get(id ?? 0),
    apply(patches: readonly (TokenSeen & { readonly id: number })[]): void {
      for (const patch of patches) tokens.set(patch.id, { ...tokens.get(patch.id), ...patch });
    },
  };
}
