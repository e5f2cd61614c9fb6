import { type Centre, findService } from '../centre.ts';
import type { Moment } from '../decision.ts';
import { queueAtOf } from '../calendar/queue-time.ts';
import type { IssueFacts, Wish } from '../verbs/issue.ts';
import type { Lease } from './lease.ts';

/** When a kiosk says that it gave a token (epoch ms of the hub as it reckoned it), and when it heard the hub last. */
export interface GivenThen {
  readonly at: number;
  readonly contact: Moment;
}

const between = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/**
 * The moment at which a kiosk gave a token on its own, never before the last that it heard of the hub nor after now: so a
 * kiosk with a wrong clock reorders nobody.
 */
export function momentGiven(given: GivenThen, lease: Pick<Lease, 'grantedAt'>, centre: Centre, now: Moment): Moment {
  const at = between(given.at, Math.min(Math.max(lease.grantedAt, given.contact.at), now.at), now.at);
  const queueAt = queueAtOf(now, centre, at);
  return { at, queueAt: between(queueAt, Math.min(given.contact.queueAt, now.queueAt), now.queueAt) };
}

/** The centre as it was to the citizen who holds the slip already: no cap, no closing and no card stops what was given. */
export const asWhenGiven = (centre: Centre): Centre => ({
  ...centre,
  services: centre.services.map((service) => ({
    ...service,
    isClosed: false,
    dayCap: null,
    personCap: null,
    identity: 'none',
  })),
});

/** Services and classes that the centre has no more are let go of; the token is not while one of its services is left. */
export const stillThere = (centre: Centre, { serviceIds, classes, language }: Wish): Wish => ({
  serviceIds: serviceIds.filter((id) => findService(centre, id) !== undefined),
  classes: classes.filter((id) => centre.classes.some((one) => one.id === id)),
  language,
});

/** What a token that was given alone is made by: its number is fixed, and nothing was forecast. */
export const factsGiven = (number: number): Partial<IssueFacts> => ({
  isCentreOpen: true,
  asksIdentity: false,
  waitFor: () => null,
  openLeftMs: null,
  draw: () => number,
});
