import { type Centre, levelsOf } from '../../domain/centre.ts';
import type { LoggedEvent } from '../../store/log/event.ts';
import { queueOf, type TokenSeen } from './token-seen.ts';

/** Whose counter does their next stage too, and who of them stayed there. */
export function staysRead(centre: Centre) {
  const seen = { stayed: 0, could: 0 };
  return {
    seen,
    /** A token was called; `stays` where it was at this counter already. */
    call({ payload }: LoggedEvent): void {
      if (payload.about?.['stays'] === true) seen.stayed += 1;
    },
    /** A stage was finished at a counter: the token as it is now. */
    finish(counterId: number, { state, ...after }: TokenSeen): void {
      const isHereToo = levelsOf(centre, counterId)
        .flat()
        .includes(queueOf(after) ?? '');
      if (state === 'waiting' && isHereToo) seen.could += 1;
    },
  };
}
