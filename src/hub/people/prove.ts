import type { Question } from '../../protocol/commands.ts';
import type { AskReply } from '../../protocol/events.ts';
import { APPROVED_BY } from '../../protocol/roles.ts';
import { log } from '../context.ts';
import type { Sender } from '../sender.ts';
import { hashNewPins } from './new-pins.ts';
import type { Approved } from './approvals.ts';
import type { PeopleParts } from './people-parts.ts';
import { ownPinsWanted } from './own-pins.ts';
import { byId, no, yes } from './sign-in.ts';

/** What a second PIN can be given for. */
const isApproved = (name: string): name is Approved => Object.hasOwn(APPROVED_BY, name);

/** Somebody who may gives their second PIN for one command of a screen. */
export async function approve(
  parts: PeopleParts,
  { device }: Sender,
  { staffId, secondPin, command }: Question<'approve'>['payload'],
): Promise<AskReply<'approve'>> {
  const staff = byId(parts, staffId);
  if ('code' in staff) return no(staff);
  const may = isApproved(command) ? (APPROVED_BY[command] ?? []) : [];
  if (!isApproved(command) || !may.includes(staff.role)) return no({ code: 'wrongRole' });
  const wrong = await parts.check(staff, secondPin, 'secondPin');
  if (wrong) return no(wrong);
  // Whoever chose it for them could approve in their name.
  const toChange = ownPinsWanted(parts, staff.id);
  return toChange ? no(toChange) : yes({ approval: parts.approvals.give(staff.name, device, command) });
}

/** Whoever is signed in takes other PINs; the second one stays where no new one is given. */
export async function changePin(
  { hall, pins, check }: PeopleParts,
  { staff }: Sender,
  { pin, newPin, newSecondPin }: Question<'changePin'>['payload'],
): Promise<AskReply<'changePin'>> {
  if (!staff) return no({ code: 'notSignedIn' });
  const wrong = await check(staff, pin);
  if (wrong) return no(wrong);
  const hashed = await hashNewPins(pins, { pin: newPin, secondPin: newSecondPin });
  if ('code' in hashed) return no(hashed);
  await hall.inBatch((context) => {
    const { staffSecrets } = context.store;
    staffSecrets.put(staff.id, {
      ...hashed,
      secondPin: hashed.secondPin ?? staffSecrets.get(staff.id)?.secondPin ?? null,
      isSetByOther: false,
    });
    log(context, 'changePin', null, { about: { staff: staff.name } });
  });
  return yes({});
}
