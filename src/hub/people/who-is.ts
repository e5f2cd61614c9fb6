import type { Handshake } from '../../protocol/handshake.ts';
import type { USERS_OF } from '../../protocol/roles.ts';
import type { Hand } from '../sender.ts';
import type { PeopleParts } from './people-parts.ts';
import { sessionHash } from './sessions.ts';

type PeopleHandshake = Extract<Handshake, { screen: 'operator' | 'manager' }>;

const NOBODY = { role: 'nobody', staff: null, sessionHash: null } as const satisfies Hand;

/** The kind of screen that people use, as their roles are named by it. */
export const peopleScreen = ({ screen }: Handshake): keyof typeof USERS_OF =>
  screen === 'operator' ? 'operator' : 'manager';

/** In a demo whoever says a name manages, and whoever sits at a console operates it. */
function byName(handshake: PeopleHandshake): Hand {
  if (handshake.screen === 'operator') return { ...NOBODY, role: 'operator' };
  return handshake.name === undefined ? NOBODY : { ...NOBODY, role: 'manager' };
}

function bySession({ sessions }: Pick<PeopleParts, 'sessions'>, handshake: PeopleHandshake): Hand {
  const hash = sessionHash(handshake.session ?? '');
  const staff = sessions.staffOf(hash, handshake.screen);
  return staff ? { role: staff.role, staff, sessionHash: hash } : NOBODY;
}

/** Whose hand is at a screen that says that of itself. */
export function whoIs(parts: Pick<PeopleParts, 'mode' | 'sessions'>, handshake: Handshake): Hand {
  switch (handshake.screen) {
    case 'kiosk':
    case 'board':
    case 'clock':
    case 'standby':
      return { ...NOBODY, role: handshake.screen };
    case 'counterDisplay':
      return { ...NOBODY, role: 'board' };
    case 'operator':
    case 'manager':
      return parts.mode === 'byName' ? byName(handshake) : bySession(parts, handshake);
  }
}
