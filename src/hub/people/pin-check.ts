import type { Staff } from '../../domain/people/role.ts';
import { readPin } from '../../domain/people/pin.ts';
import { afterWrongPin, isLocked, MOST_WRONG_PINS, NO_WRONG_PINS } from '../../domain/people/wrong-pins.ts';
import type { Refusal } from '../../domain/decision.ts';
import type { ErrorCode } from '../../protocol/error-codes.ts';
import { log } from '../context.ts';
import type { Hall } from '../hall.ts';
import type { Pins } from './pins.ts';

export interface No {
  readonly code: ErrorCode;
  readonly details?: Refusal['details'];
}

/** Runs what concerns one of the staff one after the other: a hundred guesses at once are a hundred guesses. */
function oneByOne() {
  const last = new Map<number, Promise<unknown>>();
  return <T>(id: number, work: () => Promise<T>): Promise<T> => {
    const next = (last.get(id) ?? Promise.resolve()).then(work, work);
    last.set(
      id,
      next.catch(() => undefined),
    );
    return next;
  };
}

const locked: No = { code: 'pinLocked', details: { most: MOST_WRONG_PINS } };

/** Looks at PINs, slower with each wrong one, and locks their owner out after ten. */
export function pinCheck(hall: Pick<Hall, 'inBatch' | 'store' | 'clock'>, pins: Pins) {
  const inTurn = oneByOne();
  const { staff: people, staffSecrets } = hall.store;

  async function wrong(id: number): Promise<No> {
    const isOut = await hall.inBatch((context) => {
      const { staff, staffSecrets: secrets, sessions } = context.store;
      const counted = afterWrongPin(secrets.get(id)?.wrongPins ?? NO_WRONG_PINS, context.now.at);
      secrets.count(id, counted);
      const who = staff.get(id);
      if (!isLocked(counted) || !who) return false;
      log(context, 'lockStaff', null, { staff: { ...who, lockedAt: context.now.at } });
      sessions.endOf(id);
      return true;
    });
    return isOut ? locked : { code: 'wrongPin' };
  }

  /** Why no PIN of theirs is looked at now. */
  function shut(id: number): No | undefined {
    if (people.get(id)?.lockedAt !== null) return locked;
    const waitMs = (staffSecrets.get(id)?.wrongPins.waitUntilAt ?? 0) - hall.clock.at();
    return waitMs > 0 ? { code: 'waitForPin', details: { seconds: Math.ceil(waitMs / 1_000) } } : undefined;
  }

  async function look(id: number, typed: string, which: 'pin' | 'secondPin'): Promise<No | undefined> {
    const isShut = shut(id);
    if (isShut) return isShut;
    const secret = staffSecrets.get(id);
    const [pin, hashed] = [readPin(typed), secret?.[which] ?? null];
    const isRight = pin !== undefined && hashed !== null && (await pins.isRight(hashed, pin));
    if (!isRight) return wrong(id);
    if (secret?.wrongPins.count) await hall.inBatch(({ store }) => store.staffSecrets.count(id, NO_WRONG_PINS));
    return undefined;
  }

  /** Why that PIN does not let them in; undefined when it does. */
  return (staff: Staff, typed: string, which: 'pin' | 'secondPin' = 'pin'): Promise<No | undefined> =>
    inTurn(staff.id, () => look(staff.id, typed, which));
}
