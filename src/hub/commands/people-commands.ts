import { accept, type Decision, refuse } from '../../domain/decision.ts';
import { NO_WRONG_PINS } from '../../domain/people/wrong-pins.ts';
import { plainName, staffChanges } from '../../domain/people/file-staff.ts';
import type { Staff } from '../../domain/people/role.ts';
import type { Result } from '../../protocol/replies.ts';
import type { LoggedEvent } from '../../store/log/event.ts';
import type { StaffSecret } from '../../store/people/staff-secret-store.ts';
import { type CommandContext, type Context, log } from '../context.ts';
import { STAFF_CHANGES } from '../set-up/history.ts';
import { isHashed } from '../people/pins.ts';
import type { Handler } from './handler.ts';

const isNameTaken = ({ store }: Context, name: string, id?: number): boolean =>
  store.staff.inUse().some((one) => one.id !== id && plainName(one.name) === plainName(name));

/** Whether nobody could set the centre up any more without those: of managers count those who can sign in and approve. */
function isLastManager({ store }: Context, ...ids: readonly number[]): boolean {
  const managers = store.staff.inUse().filter(({ role }) => role === 'manager');
  const canManage = (one: Staff) => one.lockedAt === null && store.staffSecrets.get(one.id)?.secondPin != null;
  return (
    managers.some(({ id }) => ids.includes(id)) && !managers.some((one) => !ids.includes(one.id) && canManage(one))
  );
}

/** Nobody's cards open anything when they are no staff. */
function takeCards(context: Context, staffId: number): void {
  const { store, now } = context;
  for (const card of store.staffCards.ofStaff(staffId)) {
    log(context, 'removeCard', null, { staffCard: { ...card, removedAt: now.at } });
  }
}

function known({ store }: CommandContext, staffId: number): Decision<Staff> {
  const staff = store.staff.get(staffId);
  return staff && staff.removedAt === null ? accept(staff) : refuse('unknownStaff');
}

/** Keeps hashes. @throws for a PIN that nobody has hashed. */
function keepPins({ store }: Context, id: number, pins: Omit<StaffSecret, 'wrongPins'>) {
  if (!isHashed(pins.pin) || (pins.secondPin !== null && !isHashed(pins.secondPin))) throw new Error('A PIN in plain.');
  store.staffSecrets.put(id, pins);
}

/** Somebody joins the staff, and cannot sign in before they have PINs. */
function joinWithoutPins(context: Context, { name, role }: Pick<Staff, 'name' | 'role'>): Staff {
  const { store, now } = context;
  const staff = { id: store.staff.nextId(), name, role, addedAt: now.at, removedAt: null, lockedAt: null };
  log(context, 'addStaff', null, { staff });
  return staff;
}

/** Somebody joins the staff with PINs that are hashed already. */
export function joinStaff(
  context: Context,
  { pin, secondPin, isSetByOther, ...who }: Pick<Staff, 'name' | 'role'> & Omit<StaffSecret, 'wrongPins'>,
): Staff {
  const staff = joinWithoutPins(context, who);
  keepPins(context, staff.id, { pin, secondPin, isSetByOther });
  return staff;
}

export const addStaffCommand: Handler<'addStaff'> = (context, payload) => {
  if (isNameTaken(context, payload.name)) return refuse('nameTaken');
  joinStaff(context, { ...payload, isSetByOther: true });
  return accept({});
};

export const changeStaffCommand: Handler<'changeStaff'> = (context, { staffId, name, role }) => {
  const staff = known(context, staffId);
  if (!staff.ok) return staff;
  if (isNameTaken(context, name, staffId)) return refuse('nameTaken');
  if (role !== 'manager' && isLastManager(context, staffId)) return refuse('lastManager');
  log(context, 'changeStaff', null, { staff: { ...staff.value, name, role } });
  context.store.sessions.endOf(staffId);
  return accept({});
};

export const removeStaffCommand: Handler<'removeStaff'> = (context, { staffId }) => {
  const staff = known(context, staffId);
  if (!staff.ok) return staff;
  if (isLastManager(context, staffId)) return refuse('lastManager');
  const { store, now } = context;
  takeCards(context, staffId);
  log(context, 'removeStaff', null, { staff: { ...staff.value, removedAt: now.at } });
  store.staffSecrets.remove(staffId);
  store.sessions.endOf(staffId);
  return accept({});
};

/** The staff of a centre's file; each change is an event of its own, which can be taken back by itself. */
export const importStaffCommand: Handler<'importStaff'> = (context, { staff: file }) => {
  const { store, sender } = context;
  const { joins, changes } = staffChanges(store.staff.inUse(), file, sender.staff?.name ?? null);
  const noManagers = changes.filter(({ role }) => role !== 'manager').map(({ of }) => of.id);

  if (isLastManager(context, ...noManagers)) return refuse('lastManager');
  for (const { of, role } of changes) {
    log(context, 'changeStaff', null, { staff: { ...of, role } });
    store.sessions.endOf(of.id);
  }
  for (const one of joins) joinWithoutPins(context, one);
  return accept({});
};

export const setPinCommand: Handler<'setPin'> = (context, { staffId, ...pins }) => {
  const staff = known(context, staffId);
  if (!staff.ok) return staff;
  log(context, 'setPin', null, { staff: { ...staff.value, lockedAt: null } });
  keepPins(context, staffId, { ...pins, isSetByOther: context.sender.staff?.id !== staffId });
  context.store.sessions.endOf(staffId);
  return accept({});
};

export const unlockStaffCommand: Handler<'unlockStaff'> = (context, { staffId }) => {
  const staff = known(context, staffId);
  if (!staff.ok) return staff;
  log(context, 'unlockStaff', null, { staff: { ...staff.value, lockedAt: null } });
  context.store.staffSecrets.count(staffId, NO_WRONG_PINS);
  return accept({});
};

/** Back on the staff as before a change; who had left comes back without PINs, which nobody has any more. */
function putBack(context: CommandContext, seq: number, staff: Staff): Decision<Result> {
  if (staff.removedAt === null && isNameTaken(context, staff.name, staff.id)) return refuse('nameTaken');
  const isOut = staff.removedAt !== null || staff.role !== 'manager';
  if (isOut && isLastManager(context, staff.id)) return refuse('lastManager');
  if (staff.removedAt !== null) takeCards(context, staff.id);
  log(context, 'undoStaff', null, { staff, about: { undoes: seq } });
  if (staff.removedAt !== null) context.store.staffSecrets.remove(staff.id);
  context.store.sessions.endOf(staff.id);
  return accept({});
}

/** Takes back that somebody joined, was changed, or left; a PIN or a lock is not given back. */
export function undoStaff(context: CommandContext, { seq, kind, payload: { staff } }: LoggedEvent): Decision<Result> {
  const now = staff && context.store.staff.get(staff.id);
  if (!staff || !now || !STAFF_CHANGES.includes(kind)) return refuse('unknownSetUp');
  const isAsItWasLeft = now.name === staff.name && now.role === staff.role && now.removedAt === staff.removedAt;
  if (!isAsItWasLeft) return refuse('setUpMoved', { place: staff.name });
  const [, before] = context.store.ofStaff(seq, staff.id);
  const { name, role, removedAt } = before?.payload.staff ?? { ...staff, removedAt: context.now.at };
  return putBack(context, seq, { ...now, name, role, removedAt });
}
