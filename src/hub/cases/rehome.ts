import { findService, levelsOf } from '../../domain/centre.ts';
import { enter, firstCounterStage, queueIdOf } from '../../domain/journeys/journey.ts';
import { classesLeft, targetOf } from '../../domain/target.ts';
import type { Token } from '../../domain/token.ts';
import { type Context, logVerb } from '../context.ts';

/**
 * A centre's file can change while tokens wait: one whose stage no counter has any more begins its service anew, with
 * its wait kept, rather than stand in a line that nobody calls from.
 */
export function rehome(context: Context): void {
  const { store, centre, now } = context;
  const queues = new Set(centre.counters.flatMap(({ id }) => levelsOf(centre, id).flat()));
  const isLost = (token: Token) => !queues.has(queueIdOf(token.serviceId, token.stageId));
  const states = ['waiting', 'parked', 'carriedOver', 'called', 'serving'] as const;
  for (const token of states.flatMap((state) => store.tokens.inState(state)).filter(isLost)) {
    const service = findService(centre, token.serviceId);
    if (!service) continue;
    const stage = firstCounterStage(service);
    const home = {
      ...token,
      stageId: stage.id,
      steps: [enter(stage.id, now.at)],
      targetMs: targetOf(stage.targetMs, classesLeft(centre, token.classes)),
    };
    logVerb(context, 'rehome', { token }, { token: home });
  }
}
