import { isOpenAt } from '../../domain/calendar/opening-hours.ts';
import { closeCounter } from '../../domain/verbs/counter-verbs.ts';
import { patchOf } from '../../store/log/patch.ts';
import { type Context, log } from '../context.ts';

/** A counter without a token that was left open is closed this long after the doors were. */
const FORGOTTEN_MS = 3 * 3_600_000;
const STEP_MS = 15 * 60_000;

/** Whether the doors have been closed for all of the time in which a hall still serves who is inside. */
function isLongClosed({ centre, now }: Context): boolean {
  for (let back = 0; back <= FORGOTTEN_MS; back += STEP_MS) if (isOpenAt(centre, now.at - back)) return false;
  return true;
}

/**
 * Closes the counters that their operators left open: an open counter makes the hall work, and its waiting count,
 * so one forgotten key would count a whole night as waiting. A counter opened since then is somebody's wish.
 */
export function closeForgotten(context: Context): void {
  const { store, now, isCentreOpen } = context;
  if (isCentreOpen) return;
  const left = store.counters
    .all()
    .filter((one) => one.status !== 'closed' && one.tokenId === null && now.at - one.statusAt > FORGOTTEN_MS);
  if (left.length === 0 || !isLongClosed(context)) return;
  for (const counter of left) {
    const bound = store.tokens
      .lines()
      .filter((line) => line.boundCounterId === counter.id)
      .flatMap((line) => store.tokens.waitingIn(line, line.waiting));
    const closed = closeCounter(counter, bound, now);
    if (!closed.ok) continue;
    const tokens = closed.value.released.map(({ id, boundCounterId }) => ({ id, boundCounterId }));
    log(context, 'closeCounter', null, { counters: [patchOf(counter, closed.value.counter)], tokens });
  }
}
