import { isGuessable } from '../../domain/people/pin.ts';
import type { Staff } from '../../domain/people/role.ts';
import type { Store } from '../../store/store.ts';
import type { Pins } from './pins.ts';

const PINS = 1_000_000;

/** Who lets somebody in from outside of the hub, when (epoch ms), and where chance comes from. */
interface LetIn {
  readonly pins: Pins;
  readonly actor: string;
  readonly at: number;
  /** Gives a whole number from 0 to below `count`. */
  readonly draw: (count: number) => number;
}

function drawPin(draw: LetIn['draw']): string {
  const pin = String(draw(PINS)).padStart(6, '0');
  return isGuessable(pin) ? drawPin(draw) : pin;
}

/** Managers of a store, by name. */
export const managersOf = ({ staff }: Store): readonly Staff[] =>
  staff.inUse().filter(({ role }) => role === 'manager');

/**
 * Gives a manager new PINs in a store that no hub holds, and lets them in again if they were locked out. Whoever can do
 * this can read the folder's keys already; it is logged as a PIN that was set, in the name of the user of the machine.
 */
export async function letIn(store: Store, manager: Staff, { pins, actor, at, draw }: LetIn) {
  const pin = drawPin(draw);
  let secondPin = drawPin(draw);
  while (secondPin === pin) secondPin = drawPin(draw);
  const hashed = { pin: await pins.hash(pin), secondPin: await pins.hash(secondPin) };
  const origin = { actor, device: 'let-in', commandId: null, at, queueAt: store.lastEvent()?.queueAt ?? at };
  store.transact(() => {
    store.append({ kind: 'setPin', tokenId: null, payload: { staff: { ...manager, lockedAt: null } } }, origin);
    store.staffSecrets.put(manager.id, { ...hashed, isSetByOther: true });
    store.sessions.endOf(manager.id);
  });
  return { pin, secondPin };
}
