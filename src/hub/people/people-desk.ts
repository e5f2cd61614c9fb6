import type { Role, Staff } from '../../domain/people/role.ts';
import type { AnswerOf } from '../../protocol/answers.ts';
import { isCommandName, type Question } from '../../protocol/commands.ts';
import type { AskReply } from '../../protocol/events.ts';
import type { Handshake } from '../../protocol/handshake.ts';
import type { CentreView } from '../../protocol/views.ts';
import { APPROVED_BY, USERS_OF } from '../../protocol/roles.ts';
import { wireError } from '../commands/command-reply.ts';
import { joinStaff } from '../commands/people-commands.ts';
import { log } from '../context.ts';
import type { Hall } from '../hall.ts';
import type { Sender } from '../sender.ts';
import type { Approvals } from './approvals.ts';
import { hashNewPins } from './new-pins.ts';
import { type No, pinCheck } from './pin-check.ts';
import { pinsOf } from './pins.ts';
import { sessionHash, sessionsOf } from './sessions.ts';
import { staffOfCard } from './staff-cards.ts';
import { triesByDevice } from './tries.ts';

/** How people sign in: by name alone where things are tried out, else by PIN. */
export type PeopleMode = 'byName' | 'byPin';

type PeopleQuestion = 'whoCanSignIn' | 'signIn' | 'signOut' | 'changePin' | 'makeFirstManager' | 'approve' | 'people';

type Screen = keyof typeof USERS_OF;
type Answer<Name extends PeopleQuestion> = AskReply<Name> | Promise<AskReply<Name>>;

const no = ({ code, details }: No) =>
  ({ ok: false, error: wireError(details ? { code, details } : { code }) }) as const;
const yes = <Value>(value: Value) => ({ ok: true, value }) as const;

const screenOf = ({ screen }: Handshake): Screen => (screen === 'operator' ? 'operator' : 'manager');

/** The people at the screens: who they are, how they prove it, what they approve. */
export function peopleDesk(hall: Hall, approvals: Approvals, mode: PeopleMode) {
  const { store, clock } = hall;
  const pins = pinsOf(store.pepper);
  const check = pinCheck(hall, pins);
  const sessions = sessionsOf({
    store,
    rule: () => hall.centre.people,
    at: clock.at,
    write: (change) => void hall.byHub((context) => change(context.store)),
  });
  const tries = triesByDevice();
  const hasManager = () => store.staff.inUse().some(({ role }) => role === 'manager');

  async function begin(staff: Staff, sender: Sender): Promise<AskReply<'signIn'>> {
    const { key, session } = sessions.begin(staff, screenOf(sender), sender.device);
    await hall.inBatch((context) => {
      context.store.sessions.put(session);
      log(context, 'signIn', null, { about: { staff: staff.name, screen: sender.screen, device: sender.device } });
    });
    return yes({ session: key, name: staff.name, role: staff.role });
  }

  /** Whose card that is; who only tries cards is stopped. */
  function byCard(card: string, { device }: Sender): Staff | No {
    const nowMs = clock.monotonicMs();
    if (!tries.mayTry(device, nowMs)) return { code: 'tooManyTries' };
    const staffId = staffOfCard(store, card)?.staffId;
    const staff = typeof staffId === 'number' ? store.staff.get(staffId) : undefined;
    if (staff && staff.removedAt === null) return staff;
    tries.hasFailed(device, nowMs);
    return { code: 'unknownCard' };
  }

  function byId(staffId: number): Staff | No {
    const staff = store.staff.get(staffId);
    return staff && staff.removedAt === null ? staff : { code: 'unknownStaff' };
  }

  async function signIn(sender: Sender, { who, pin }: Question<'signIn'>['payload']): Promise<AskReply<'signIn'>> {
    const staff = 'card' in who ? byCard(who.card, sender) : byId(who.staffId);
    if ('code' in staff) return no(staff);
    if (!USERS_OF[screenOf(sender)].includes(staff.role)) return no({ code: 'wrongRole' });
    const isByCardAlone = 'card' in who && staff.role === 'operator' && staff.lockedAt === null;
    const wrong = isByCardAlone && pin === null ? undefined : await check(staff, pin ?? '');
    return wrong ? no(wrong) : begin(staff, sender);
  }

  async function approve(
    { device }: Sender,
    { staffId, secondPin, command }: Question<'approve'>['payload'],
  ): Promise<AskReply<'approve'>> {
    const staff = byId(staffId);
    if ('code' in staff) return no(staff);
    const may: readonly Role[] = isCommandName(command) ? (APPROVED_BY[command] ?? []) : [];
    if (!isCommandName(command) || !may.includes(staff.role)) return no({ code: 'wrongRole' });
    const wrong = await check(staff, secondPin, 'secondPin');
    return wrong ? no(wrong) : yes({ approval: approvals.give(staff.name, device, command) });
  }

  async function makeFirstManager(
    sender: Sender,
    { name, ...typed }: Question<'makeFirstManager'>['payload'],
  ): Promise<AskReply<'makeFirstManager'>> {
    const hashed = await hashNewPins(pins, typed);
    if ('code' in hashed) return no(hashed);
    const staff = await hall.inBatch((context) =>
      hasManager() || mode === 'byName' ? undefined : joinStaff(context, { name, role: 'manager', ...hashed }),
    );
    return staff ? begin(staff, sender) : no({ code: 'managerExists' });
  }

  async function changePin(
    { staff }: Sender,
    { pin, newPin, newSecondPin }: Question<'changePin'>['payload'],
  ): Promise<AskReply<'changePin'>> {
    if (!staff) return no({ code: 'notSignedIn' });
    const wrong = await check(staff, pin);
    if (wrong) return no(wrong);
    const hashed = await hashNewPins(pins, { pin: newPin, secondPin: newSecondPin });
    if ('code' in hashed) return no(hashed);
    await hall.inBatch((context) => {
      const kept = context.store.staffSecrets.get(staff.id)?.secondPin ?? null;
      context.store.staffSecrets.put(staff.id, { ...hashed, secondPin: hashed.secondPin ?? kept });
      log(context, 'changePin', null, { about: { staff: staff.name } });
    });
    return yes({});
  }

  function people(): AnswerOf<'people'> {
    const seen = store.sessions.newest();
    return {
      staff: store.staff.inUse().map(({ id, name, role, addedAt, lockedAt }) => ({
        id,
        name,
        role,
        addedAt,
        lockedAt,
        hasSecondPin: typeof store.staffSecrets.get(id)?.secondPin === 'string',
        cards: store.staffCards.ofStaff(id).length,
        signedInAt: seen.get(id) ?? null,
      })),
    };
  }

  return {
    mode,
    sessions,
    pins,
    /** What a screen says of how one signs in. */
    signIn: (): CentreView['signIn'] => {
      if (mode === 'byName') return 'byName';
      return hasManager() ? 'byPin' : 'firstManager';
    },
    /** Whose hand is at a screen that says that of itself. */
    whoIs(handshake: Handshake): Pick<Sender, 'role' | 'staff' | 'sessionHash'> {
      const nobody = { role: 'nobody', staff: null, sessionHash: null } as const;
      switch (handshake.screen) {
        case 'kiosk':
        case 'board':
        case 'clock':
          return { ...nobody, role: handshake.screen };
        case 'counterDisplay':
          return { ...nobody, role: 'board' };
        case 'operator':
          if (mode === 'byName') return { ...nobody, role: 'operator' };
          break;
        case 'manager':
          if (mode === 'byName') return { ...nobody, role: handshake.name === undefined ? 'nobody' : 'manager' };
      }
      const hash = sessionHash(handshake.session ?? '');
      const staff = sessions.staffOf(hash, screenOf(handshake));
      return staff ? { role: staff.role, staff, sessionHash: hash } : nobody;
    },
    answers: {
      whoCanSignIn: (sender): Answer<'whoCanSignIn'> =>
        yes({
          staff: store.staff.inUse().flatMap(({ id, name, role }) => {
            const canApprove = typeof store.staffSecrets.get(id)?.secondPin === 'string';
            return USERS_OF[screenOf(sender)].includes(role) ? [{ id, name, role, canApprove }] : [];
          }),
        }),
      signIn,
      async signOut(sender): Promise<AskReply<'signOut'>> {
        const { sessionHash: hash, staff } = sender;
        if (hash !== null) sessions.end(hash);
        if (staff) await hall.byHub((context) => log(context, 'signOut', null, { about: { staff: staff.name } }));
        return yes({});
      },
      changePin,
      makeFirstManager,
      approve,
      people: (): Answer<'people'> => yes(people()),
    } satisfies {
      readonly [Name in PeopleQuestion]: (sender: Sender, payload: Question<Name>['payload']) => Answer<Name>;
    },
  };
}

export type PeopleDesk = ReturnType<typeof peopleDesk>;
