import { countersFor } from '../../../domain/centre.ts';
import { freeNumber } from '../../../domain/numbering.ts';
import type { Token } from '../../../domain/token.ts';
import type { IssueFacts, Range } from '../../../domain/verbs/issue.ts';
import { shownRange } from '../../../domain/wait-words.ts';
import type { Result } from '../../../protocol/replies.ts';
import type { Payload } from '../../../store/log/event.ts';
import type { CommandContext } from '../../context.ts';
import { aheadOf, waitingFor } from '../../lines.ts';
import { resultOf } from '../at-own-counter.ts';

/** What the rules of issuing need to know, of a citizen where one is known. */
export function issueFacts(context: CommandContext, personId: string | null): IssueFacts {
  const { store, serviceDay, isCentreOpen, waitFor, openLeftMs } = context;
  const today = personId === null ? [] : store.tokens.ofPerson(personId, serviceDay);
  return {
    id: store.tokens.nextId(),
    serviceDay,
    isCentreOpen,
    issuedToday: (serviceId) => store.days.issued(serviceDay, serviceId),
    personToday: (serviceId) => today.filter((token) => token.services.includes(serviceId)).length,
    personId,
    asksIdentity: true,
    waitFor,
    openLeftMs,
    mark: store.restored.markOn(serviceDay),
    draw: (series) =>
      freeNumber(store.days.nextNumber(serviceDay, series), (n) => store.tokens.live(series, n) !== undefined),
  };
}

export const seriesAfter = (token: Token): NonNullable<Payload['series']> => ({
  name: token.series,
  nextNumber: token.number + 1,
});

/** The slip of a token that was taken at a kiosk; it exists before it prints. */
export function queuedSlip({ sender, store, now, printerOf }: CommandContext, token: Token): Pick<Payload, 'slip'> {
  if (sender.screen !== 'kiosk') return {};
  const { kioskId } = sender;
  const at = { kind: 'token', kioskId, counterId: null, outcome: 'queued', outcomeAt: now.at, copyOf: null } as const;
  return { slip: { id: store.slips.nextId(), tokenId: token.id, printer: printerOf({ kioskId }), ...at } };
}

/** What a citizen is told of their token beside the wait. */
function told({ centre }: CommandContext, token: Token, range: Range | null): Result {
  const { serviceId, stageId, slotAt } = token;
  const wait = range && shownRange(range);
  return {
    ...resultOf(token),
    serviceId,
    goTo: { serviceId, stageId, counters: countersFor(centre, serviceId, stageId) },
    ...(wait ? { wait } : {}),
    ...(slotAt === null ? {} : { slotAt }),
  };
}

/** What a new token's citizen is told: how many are before them, the wait, and where to go. */
export function newTokenResult(context: CommandContext, token: Token): Result & { readonly ahead: number } {
  const { forecastP50Ms: p50Ms, forecastP90Ms, serviceId, stageId } = token;
  const range = p50Ms === null ? null : { p50Ms, p90Ms: forecastP90Ms ?? Number.POSITIVE_INFINITY };
  return {
    ...told(context, token, range),
    ahead: waitingFor(context.store.tokens.lines(), serviceId, stageId),
  };
}

/** What the citizen of a token is told who is back in line, or has lost their slip. */
export function standingResult(context: CommandContext, token: Token): Result {
  if (token.state !== 'waiting') return told(context, token, null);
  const { waitOf, waitFor, store } = context;
  const range = waitOf(token.id) ?? waitFor(token.serviceId, token.targetMs);
  return { ...told(context, token, range), ahead: aheadOf(store, token) };
}
