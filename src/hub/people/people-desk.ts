import type { IncomingMessage } from 'node:http';
import type { AnswerOf } from '../../protocol/answers/answers.ts';
import type { Question } from '../../protocol/commands.ts';
import type { AskReply } from '../../protocol/events.ts';
import type { Handshake } from '../../protocol/handshake.ts';
import type { CentreView } from '../../protocol/views/views.ts';
import { USERS_OF } from '../../protocol/roles.ts';
import { log } from '../context.ts';
import type { Hall } from '../hall.ts';
import { isFromHere } from '../http.ts';
import type { Sender } from '../sender.ts';
import type { Approvals } from './approvals.ts';
import { type PeopleMode, type PeopleParts, peopleParts } from './people-parts.ts';
import { approve, changePin } from './prove.ts';
import { makeFirstManager, signIn, yes } from './sign-in.ts';
import { peopleScreen, whoIs } from './who-is.ts';

type PeopleQuestion =
  | 'whoCanSignIn'
  | 'signIn'
  | 'signOut'
  | 'changePin'
  | 'makeFirstManager'
  | 'approve'
  | 'people'
  | 'ticket';

type Answers = {
  readonly [Name in PeopleQuestion]: (
    sender: Sender,
    payload: Question<Name>['payload'],
  ) => AskReply<Name> | Promise<AskReply<Name>>;
};

const hasSecondPin = ({ store }: PeopleParts, id: number): boolean =>
  typeof store.staffSecrets.get(id)?.secondPin === 'string';

/** The staff who use that kind of screen. */
const usersOf = (parts: PeopleParts, sender: Sender): AnswerOf<'whoCanSignIn'> => ({
  staff: parts.store.staff
    .inUse()
    .filter(({ role }) => USERS_OF[peopleScreen(sender)].includes(role))
    .map(({ id, name, role }) => ({ id, name, role, canApprove: hasSecondPin(parts, id) })),
});

/** All of the staff, as the manager sees them. */
function everybody(parts: PeopleParts): AnswerOf<'people'> {
  const { store } = parts;
  const seen = store.sessions.newest();
  return {
    staff: store.staff.inUse().map(({ id, name, role, addedAt, lockedAt }) => ({
      id,
      name,
      role,
      addedAt,
      lockedAt,
      hasPin: store.staffSecrets.get(id) !== undefined,
      hasSecondPin: hasSecondPin(parts, id),
      cards: store.staffCards.ofStaff(id).length,
      signedInAt: seen.get(id) ?? null,
    })),
  };
}

async function signOut({ hall, sessions }: PeopleParts, { sessionHash, staff }: Sender): Promise<AskReply<'signOut'>> {
  if (sessionHash !== null) sessions.end(sessionHash);
  if (staff) await hall.byHub((context) => log(context, 'signOut', null, { about: { staff: staff.name } }));
  return yes({});
}

/** The people at the screens: who they are, how they prove it, what they approve. */
export function peopleDesk(hall: Hall, approvals: Approvals, mode: PeopleMode) {
  const parts = peopleParts(hall, approvals, mode);
  const answers: Answers = {
    whoCanSignIn: (sender) => yes(usersOf(parts, sender)),
    signIn: (sender, payload) => signIn(parts, sender, payload),
    signOut: (sender) => signOut(parts, sender),
    changePin: (sender, payload) => changePin(parts, sender, payload),
    makeFirstManager: (sender, payload) => makeFirstManager(parts, sender, payload),
    approve: (sender, payload) => approve(parts, sender, payload),
    people: () => yes(everybody(parts)),
    ticket: ({ role }) => yes({ ticket: parts.tickets.give(role) }),
  };
  return {
    sessions: parts.sessions,
    pins: parts.pins,
    whoIs: (handshake: Handshake) => whoIs(parts, handshake),
    /** Whether a request for a file comes from somebody who may read; in a demo everybody at this machine may. */
    mayRead: (req: IncomingMessage): boolean => mode === 'byName' || parts.tickets.take(req) !== undefined,
    /** Whether it comes from a manager of this hub; in a demo, from one of its own pages. */
    mayWrite: (req: IncomingMessage): boolean =>
      mode === 'byName' ? isFromHere(req) : parts.tickets.take(req) === 'manager',
    /** What a screen says of how one signs in. */
    signIn(): CentreView['signIn'] {
      if (mode === 'byName') return 'byName';
      return parts.hasManager() ? 'byPin' : 'firstManager';
    },
    answers,
  };
}

export type PeopleDesk = ReturnType<typeof peopleDesk>;
