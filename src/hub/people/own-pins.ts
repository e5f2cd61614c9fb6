import { readPin } from '../../domain/people/pin.ts';
import type { Staff } from '../../domain/people/role.ts';
import type { Question } from '../../protocol/commands.ts';
import type { StaffSecret } from '../../store/people/staff-secret-store.ts';
import { log } from '../context.ts';
import { hashNewPins } from './new-pins.ts';
import type { PeopleParts } from './people-parts.ts';
import type { No } from './pin-check.ts';
import type { Pins } from './pins.ts';

type NewPins = NonNullable<Question<'signIn'>['payload']['newPins']>;

const toChange = ({ secondPin }: StaffSecret): No => ({ code: 'pinToChange', details: { pins: secondPin ? 2 : 1 } });

/** That somebody has to take PINs of their own before anything else, where others chose them. */
export function ownPinsWanted({ store }: Pick<PeopleParts, 'store'>, staffId: number): No | undefined {
  const secret = store.staffSecrets.get(staffId);
  return secret?.isSetByOther ? toChange(secret) : undefined;
}

/** Whether one of the new PINs is one that the others know. */
async function isKnown(pins: Pins, { pin, secondPin }: StaffSecret, typed: NewPins): Promise<boolean> {
  const news = [typed.pin, typed.secondPin].flatMap((one) => (one === null ? [] : (readPin(one) ?? [])));
  const olds = secondPin === null ? [pin] : [pin, secondPin];
  for (const old of olds) for (const one of news) if (await pins.isRight(old, one)) return true;
  return false;
}

/** Who signs in with PINs that others chose takes others now. Gives why not; undefined when nothing stands in the way. */
export async function takeOwnPins(
  { hall, store, pins }: PeopleParts,
  staff: Staff,
  typed: NewPins | null,
): Promise<No | undefined> {
  const secret = store.staffSecrets.get(staff.id);
  if (!secret?.isSetByOther) return undefined;
  if (typed === null || (secret.secondPin !== null) !== (typed.secondPin !== null)) return toChange(secret);
  const hashed = await hashNewPins(pins, typed);
  if ('code' in hashed) return hashed;
  if (await isKnown(pins, secret, typed)) return { code: 'pinKnown' };
  return hall.inBatch((context) => {
    const { staffSecrets } = context.store;
    // Somebody else with the same PIN may have been quicker.
    if (staffSecrets.get(staff.id)?.pin !== secret.pin) return { code: 'wrongPin' } as const;
    staffSecrets.put(staff.id, { ...hashed, isSetByOther: false });
    log(context, 'changePin', null, { about: { staff: staff.name } });
    return undefined;
  });
}
