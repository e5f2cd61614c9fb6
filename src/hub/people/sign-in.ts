import type { Staff } from '../../domain/people/role.ts';
import type { Question } from '../../protocol/commands.ts';
import type { AskReply } from '../../protocol/events.ts';
import { USERS_OF } from '../../protocol/roles.ts';
import { wireError } from '../commands/command-reply.ts';
import { joinStaff } from '../commands/people-commands.ts';
import { log } from '../context.ts';
import type { Sender } from '../sender.ts';
import { hashNewPins } from './new-pins.ts';
import { takeOwnPins } from './own-pins.ts';
import type { PeopleParts } from './people-parts.ts';
import type { No } from './pin-check.ts';
import { staffOfCard } from './staff-cards.ts';
import { placeOfTries } from './tries.ts';
import { peopleScreen } from './who-is.ts';

export const no = ({ code, details }: No) =>
  ({ ok: false, error: wireError(details ? { code, details } : { code }) }) as const;
export const yes = <Value>(value: Value) => ({ ok: true, value }) as const;

async function begin({ hall, sessions }: PeopleParts, staff: Staff, sender: Sender): Promise<AskReply<'signIn'>> {
  const { key, session } = sessions.begin(staff, peopleScreen(sender), sender.device);
  await hall.inBatch((context) => {
    context.store.sessions.put(session);
    log(context, 'signIn', null, { about: { staff: staff.name, screen: sender.screen, device: sender.device } });
  });
  return yes({ session: key, name: staff.name, role: staff.role });
}

/** Whose card that is; who only tries cards is stopped. */
function byCard({ hall, store, tries }: PeopleParts, card: string, sender: Sender): Staff | No {
  const place = placeOfTries(sender);
  const nowMs = hall.clock.monotonicMs();
  if (!tries.mayTry(place, nowMs)) return { code: 'tooManyTries' };
  const staffId = staffOfCard(store, card)?.staffId;
  const staff = typeof staffId === 'number' ? store.staff.get(staffId) : undefined;
  if (staff && staff.removedAt === null) return staff;
  tries.hasFailed(place, nowMs);
  return { code: 'unknownCard' };
}

/** One of the staff by id, unless they have left. */
export function byId({ store }: PeopleParts, staffId: number): Staff | No {
  const staff = store.staff.get(staffId);
  return staff && staff.removedAt === null ? staff : { code: 'unknownStaff' };
}

/** Begins the session of who has proved themselves, with PINs of their own. */
async function beginAsOwn(
  parts: PeopleParts,
  staff: Staff,
  sender: Sender,
  newPins: Question<'signIn'>['payload']['newPins'],
): Promise<AskReply<'signIn'>> {
  const wrong = await takeOwnPins(parts, staff, newPins);
  return wrong ? no(wrong) : begin(parts, staff, sender);
}

/** Signs somebody in by name and PIN or by card; an operator by card alone. */
export async function signIn(
  parts: PeopleParts,
  sender: Sender,
  { who, pin, newPins }: Question<'signIn'>['payload'],
): Promise<AskReply<'signIn'>> {
  const staff = 'card' in who ? byCard(parts, who.card, sender) : byId(parts, who.staffId);
  if ('code' in staff) return no(staff);
  if (!USERS_OF[peopleScreen(sender)].includes(staff.role)) return no({ code: 'wrongRole' });
  const isByCardAlone = 'card' in who && staff.role === 'operator' && staff.lockedAt === null;
  if (isByCardAlone && pin === null) return begin(parts, staff, sender);
  const wrong = await parts.check(staff, pin ?? '');
  return wrong ? no(wrong) : beginAsOwn(parts, staff, sender, newPins);
}

/** Whoever sets the centre up makes their own account, while nobody manages it. */
export async function makeFirstManager(
  parts: PeopleParts,
  sender: Sender,
  { name, ...typed }: Question<'makeFirstManager'>['payload'],
): Promise<AskReply<'makeFirstManager'>> {
  const { hall, hasManager, mode, pins } = parts;
  const hashed = await hashNewPins(pins, typed);
  if ('code' in hashed) return no(hashed);
  const staff = await hall.inBatch((context) =>
    hasManager() || mode === 'byName'
      ? undefined
      : joinStaff(context, { name, role: 'manager', ...hashed, isSetByOther: false }),
  );
  return staff ? begin(parts, staff, sender) : no({ code: 'managerExists' });
}
