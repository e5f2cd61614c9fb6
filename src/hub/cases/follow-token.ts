import {
  advance,
  type Application,
  fileApplication,
  isFiled,
  reopen,
  sendBackApplication,
} from '../../domain/journeys/application.ts';
import { findService } from '../../domain/centre.ts';
import { localTime } from '../../domain/calendar/civil-date.ts';
import { accept, type Decision } from '../../domain/decision.ts';
import type { Token } from '../../domain/token.ts';
import { trackingNumberOf } from '../../domain/journeys/tracking-number.ts';
import type { CommandContext } from '../context.ts';

/** What an ending of a token's stage does to its application. */
export type Ending = 'done' | 'skipped' | 'sentBack' | 'ended';

function fileFor(context: CommandContext, before: Token): Application | undefined {
  const { store, centre, now, origin } = context;
  const service = findService(centre, before.serviceId);
  if (!service) return undefined;
  const id = store.applications.nextId();
  const year = Number(localTime(now.at, centre.timeZone).date.slice(0, 4));
  const made = { id, trackingNumber: trackingNumberOf(year, id) };
  return fileApplication(before, service, made, centre, { actor: origin.actor, at: now.at });
}

/** The application of a token after its stage has ended: filed now, gone on, sent back, or untouched. */
export function applicationAfter(
  context: CommandContext,
  before: Token,
  ending: Ending,
  to: { readonly stageId: string; readonly reason: string | null },
): Decision<Application | undefined> {
  if (ending === 'done' && isFiled(before)) return accept(fileFor(context, before));
  const { store, centre, now, origin } = context;
  const application = before.applicationId === null ? undefined : store.applications.get(before.applicationId);
  const service = application && findService(centre, application.serviceId);
  if (!application || !service || ending === 'ended') return accept(undefined);
  const hand = { actor: origin.actor, at: now.at, ...(to.reason === null ? {} : { reason: to.reason }) };
  return ending === 'sentBack'
    ? sendBackApplication(application, to.stageId, service, centre, hand)
    : advance(application, before.stageId, ending, service, centre, hand);
}

/** The application of a token whose last ending is taken back. */
export function applicationReopened({ store }: CommandContext, token: Token): Application | undefined {
  const application = token.applicationId === null ? undefined : store.applications.get(token.applicationId);
  return application && application.stageId !== token.stageId ? reopen(application, token.stageId) : undefined;
}
