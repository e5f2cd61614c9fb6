import { timelineOf } from '../../domain/journeys/application.ts';
import { type Centre, countersFor, findService } from '../../domain/centre.ts';
import { labelOf } from '../../domain/numbering.ts';
import { MOST_POSTPONES } from '../../domain/verbs/postpone.ts';
import type { Token } from '../../domain/token.ts';
import { shownRange } from '../../domain/wait-words.ts';
import type { TokenView } from '../../protocol/views/views.ts';
import type { Store } from '../../store/store.ts';
import { aheadOf } from '../lines.ts';
import type { Outlook } from '../forecast/outlook.ts';

type ViewStore = Pick<Store, 'tokens' | 'applications'>;

function applicationOf({ applications }: ViewStore, centre: Centre, token: Token): TokenView['application'] {
  const application = token.applicationId === null ? undefined : applications.get(token.applicationId);
  const service = application && findService(centre, application.serviceId);
  if (!application || !service) return null;
  const { trackingNumber, state, dueAt } = application;
  return {
    trackingNumber,
    state,
    dueAt,
    timeline: timelineOf(service, application).map(({ actor: _actor, ...stage }) => stage),
  };
}

/** What the page behind a slip's code shows of a token. */
export function tokenView(
  store: ViewStore,
  centre: Centre,
  token: Token,
  facts: { readonly at: number; readonly waitOf: Outlook['waitOf'] },
): TokenView {
  const { serviceId, stageId, state, counterId, lastCallAt, slotAt, nextServices } = token;
  const range = state === 'waiting' ? facts.waitOf(token.id) : null;
  return {
    at: facts.at,
    label: labelOf(token),
    serviceId,
    stageId,
    state,
    counterId,
    lastCallAt,
    slotAt,
    counters: [...countersFor(centre, serviceId, stageId)],
    returnAt: token.returnAt,
    isAway: token.awaySince !== null,
    canPostpone: state === 'waiting' && token.postponeCount < MOST_POSTPONES,
    ahead: aheadOf(store, token),
    wait: range && shownRange(range),
    nextServices: [...nextServices],
    application: applicationOf(store, centre, token),
  };
}
