import type { Language } from '../../domain/token.ts';
import { waitText } from '../../domain/wait-words.ts';
import type { KioskView } from '../../protocol/views/views.ts';
import type { KioskText } from '../kiosk-words.tsx';

export type ServiceNow = KioskView['services'][number];

const CLOSED = { closed: 'serviceClosed', dayCapReached: 'dayCapReached', closesBefore: 'closesBefore' } as const;

/** Why a service gives no token now; undefined while it does. */
export function closedNote(text: KioskText, service: ServiceNow | undefined): string | undefined {
  const state = service?.state ?? 'closed';
  return state === 'open' ? undefined : text(CLOSED[state]);
}

/** How many wait; nothing at a kiosk on its own, which does not know. */
export const waitingNote = (text: KioskText, count: number | null): string =>
  count === null ? '' : count === 0 ? text('nobodyWaiting') : text('waiting', { count });

/** What a tile says about its service before anybody touches it. */
export function noteOf(text: KioskText, language: Language, service: ServiceNow | undefined): string {
  const closed = closedNote(text, service);
  if (closed !== undefined || !service) return closed ?? '';
  const waiting = waitingNote(text, service.waiting);
  if (service.counters === 0) return `${waiting} · ${text('noCounter')}`;
  return service.wait ? `${waitText(service.wait, language)} · ${waiting}` : waiting;
}

/** What the tile of a group says: whether any of its services can be had, and how many wait for them. */
export function groupNote(text: KioskText, services: readonly ServiceNow[]): { note: string; isClosed: boolean } {
  if (services.some(({ state }) => state === 'open')) {
    const isKnown = services.every(({ waiting }) => waiting !== null);
    const waiting = services.reduce((sum, service) => sum + (service.waiting ?? 0), 0);
    return { note: waitingNote(text, isKnown ? waiting : null), isClosed: false };
  }
  // The reason that leaves the most hope: what is full or too late today is there tomorrow.
  const reason = services.find(({ state }) => state !== 'closed') ?? services[0];
  return { note: closedNote(text, reason) ?? '', isClosed: true };
}
