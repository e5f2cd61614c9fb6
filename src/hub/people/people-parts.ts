import type { Hall } from '../hall.ts';
import type { Approvals } from './approvals.ts';
import { pinCheck } from './pin-check.ts';
import { pinsOf } from './pins.ts';
import { sessionsOf } from './sessions.ts';
import { ticketsOf } from './tickets.ts';
import { triesByDevice } from './tries.ts';

/** How people sign in: by name alone where things are tried out, else by PIN. */
export type PeopleMode = 'byName' | 'byPin';

/** What signing in and approving stand on. */
export function peopleParts(hall: Hall, approvals: Approvals, mode: PeopleMode) {
  const { store, clock } = hall;
  const pins = pinsOf(store.pepper);
  return {
    hall,
    store,
    mode,
    approvals,
    pins,
    check: pinCheck(hall, pins),
    sessions: sessionsOf({
      store,
      rule: () => hall.centre.people,
      at: clock.at,
      write: (change) => void hall.byHub((context) => change(context.store)),
    }),
    /** Of cards that were held to a console's reader. */
    tries: triesByDevice(),
    tickets: ticketsOf(() => clock.monotonicMs()),
    hasManager: () => store.staff.inUse().some(({ role }) => role === 'manager'),
  };
}

export type PeopleParts = ReturnType<typeof peopleParts>;
