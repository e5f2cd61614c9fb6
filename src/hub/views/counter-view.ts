import { type Centre, countersFor, findService, levelsOf } from '../../domain/centre.ts';
import { findStage, stageAfter } from '../../domain/journeys/journey.ts';
import { closedCounter, type Counter } from '../../domain/counter.ts';
import { labelOf } from '../../domain/numbering.ts';
import { classesLeft } from '../../domain/target.ts';
import type { Token } from '../../domain/token.ts';
import { UNDO_MS } from '../../domain/verbs/undo.ts';
import type { CounterView } from '../../protocol/views/views.ts';
import type { Store } from '../../store/store.ts';
import { callingOrder, linesOf } from '../lines.ts';

/** How many of the waiting a console lists. */
const LISTED = 12;

type ViewStore = Pick<Store, 'tokens' | 'counters' | 'applications' | 'slips'>;

const trackingOf = (store: ViewStore, { applicationId }: Token): string | null =>
  applicationId === null ? null : (store.applications.get(applicationId)?.trackingNumber ?? null);

/** What the journey of a token's service lets its counter do. */
function journeyOf(centre: Centre, { serviceId, stageId }: Token) {
  const service = findService(centre, serviceId);
  if (!service) return { canSkip: false, backTo: [], next: null };
  const place = service.journey.findIndex((stage) => stage.id === stageId);
  const after = stageAfter(service, stageId);
  const next =
    after?.place === 'counter'
      ? { serviceId, stageId: after.id, counters: [...countersFor(centre, serviceId, after.id)] }
      : null;
  const earlier = service.journey.slice(0, Math.max(0, place)).filter((stage) => stage.place === 'counter');
  return { canSkip: findStage(service, stageId)?.isOptional === true, backTo: earlier.map((stage) => stage.id), next };
}

/** The classes that the console can name, so that whoever corrects them sends none that is gone. */
const classIdsOf = (centre: Centre, token: Token): string[] => classesLeft(centre, token.classes).map(({ id }) => id);

const currentOf = (store: ViewStore, centre: Centre, token: Token): NonNullable<CounterView['current']> => ({
  ...journeyOf(centre, token),
  stageId: token.stageId,
  steps: token.steps.map(({ actor: _actor, ...step }) => step),
  nextServices: [...token.nextServices],
  slotAt: token.slotAt,
  trackingNumber: trackingOf(store, token),
  id: token.id,
  label: labelOf(token),
  serviceId: token.serviceId,
  classes: classIdsOf(centre, token),
  language: token.language,
  state: token.state,
  issuedAt: token.issuedAt,
  calledAt: token.calledAt,
  startedAt: token.startedAt,
  waitingSince: token.waitingSince,
  waitedMs: token.waitedMs,
  targetMs: token.targetMs,
  lastCallAt: token.lastCallAt,
  recallCount: token.recallCount,
  returnAt: token.returnAt,
});

const nextOf = (centre: Centre, token: Token): CounterView['next'][number] => ({
  id: token.id,
  label: labelOf(token),
  serviceId: token.serviceId,
  stageId: token.stageId,
  slotAt: token.slotAt,
  classes: classIdsOf(centre, token),
  waitingSince: token.waitingSince,
  targetMs: token.targetMs,
  isBound: token.boundCounterId !== null,
});

const parkedOf = (token: Token): CounterView['parked'][number] => ({
  id: token.id,
  label: labelOf(token),
  serviceId: token.serviceId,
  returnAt: token.returnAt,
  isAway: token.awaySince !== null,
});

/** Whether the token still is what the counter made of it: over here, or waiting at its next stage and not called since. */
const isUntouched = (token: Token, counter: Counter): boolean =>
  token.state === 'waiting'
    ? token.lastCallAt === counter.lastEndedToken?.lastCallAt
    : (token.state === 'done' || token.state === 'noShow') && token.counterId === counter.id;

/** Whom the counter ended last, and where the citizen was sent: also while the next one is already there. */
function leftOf(store: ViewStore, centre: Centre, counter: Counter): CounterView['left'] {
  const { lastEndedTokenId, lastEndedAt } = counter;
  const token = lastEndedTokenId === null ? undefined : store.tokens.get(lastEndedTokenId);
  if (!token || !isUntouched(token, counter)) return null;
  const { serviceId, stageId, state } = token;
  return {
    label: labelOf(token),
    tokenId: token.id,
    how: state === 'noShow' ? 'noShow' : 'finished',
    undoUntil: (lastEndedAt ?? 0) + UNDO_MS,
    goTo: state === 'waiting' ? { serviceId, stageId, counters: [...countersFor(centre, serviceId, stageId)] } : null,
    trackingNumber: trackingOf(store, token),
  };
}

/** The newest slip that printed at a place. */
export function lastSlipOf(
  { slips, tokens }: Pick<Store, 'slips' | 'tokens'>,
  { kioskId, counterId }: { readonly kioskId: number | null; readonly counterId: number | null },
): CounterView['slip'] {
  const [slip] = kioskId === null ? slips.ofCounter(counterId ?? 0, 1) : slips.ofKiosk(kioskId, 1);
  const token = slip && tokens.get(slip.tokenId);
  return slip && token ? { label: labelOf(token), outcome: slip.outcome, outcomeAt: slip.outcomeAt } : null;
}

/** What one counter's console shows: its token, who is next, who is parked here. */
export function counterView(
  store: ViewStore,
  centre: Centre,
  counterId: number,
  { printer, ...now }: { readonly at: number; readonly queueAt: number } & Pick<CounterView, 'printer'>,
): CounterView {
  const counter = store.counters.get(counterId) ?? closedCounter(counterId, now.at);
  const levels = levelsOf(centre, counterId);
  const statuses = store.counters.statuses();
  const lines = linesOf(store, counterId, levels);
  const token = counter.tokenId === null ? undefined : store.tokens.get(counter.tokenId);
  return {
    counterId,
    status: counter.status,
    operator: counter.operator,
    isAutoCall: counter.isAutoCall,
    statusAt: counter.statusAt,
    current: token ? currentOf(store, centre, token) : null,
    left: leftOf(store, centre, counter),
    waiting: lines.reduce((sum, line) => sum + line.waiting, 0),
    next: callingOrder(store, lines, levels, now.queueAt, LISTED).map((token) => nextOf(centre, token)),
    parked: [
      ...store.tokens.parkedAt(counterId).map(parkedOf),
      ...store.tokens
        .away()
        .filter(({ serviceId, stageId }) => countersFor(centre, serviceId, stageId).includes(counterId))
        .map(parkedOf),
    ],
    counters: centre.counters.map(({ id }) => ({ id, status: statuses.get(id) ?? 'closed' })),
    printer,
    slip: lastSlipOf(store, { kioskId: null, counterId }),
  };
}
