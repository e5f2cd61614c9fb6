import { type Centre, levelsOf } from '../../domain/centre.ts';
import { closedCounter, type Counter } from '../../domain/counter.ts';
import { labelOf } from '../../domain/numbering.ts';
import type { Token } from '../../domain/token.ts';
import { UNDO_MS } from '../../domain/verbs/undo.ts';
import type { CounterView } from '../../protocol/views.ts';
import type { Store } from '../../store/store.ts';
import { callingOrder, linesOf } from '../lines.ts';

/** How many of the waiting a console lists. */
const LISTED = 12;

const currentOf = (token: Token): NonNullable<CounterView['current']> => ({
  id: token.id,
  label: labelOf(token),
  serviceId: token.serviceId,
  classes: [...token.classes],
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

const nextOf = (token: Token): CounterView['next'][number] => ({
  id: token.id,
  label: labelOf(token),
  serviceId: token.serviceId,
  classes: [...token.classes],
  waitingSince: token.waitingSince,
  targetMs: token.targetMs,
  isBound: token.boundCounterId !== null,
});

function undoOf(store: Pick<Store, 'tokens'>, counter: Counter): CounterView['undo'] {
  const { lastEndedTokenId, lastEndedAt, tokenId } = counter;
  const token = lastEndedTokenId === null || tokenId !== null ? undefined : store.tokens.get(lastEndedTokenId);
  const canReturn = token?.counterId === counter.id && (token.state === 'done' || token.state === 'noShow');
  return canReturn ? { label: labelOf(token), tokenId: token.id, until: (lastEndedAt ?? 0) + UNDO_MS } : null;
}

/** What one counter's console shows: its token, who is next, who is parked here. */
export function counterView(
  store: Pick<Store, 'tokens' | 'counters'>,
  centre: Centre,
  counterId: number,
  now: { readonly at: number; readonly queueAt: number },
): CounterView {
  const counter = store.counters.get(counterId) ?? closedCounter(counterId, now.at);
  const levels = levelsOf(centre, counterId);
  const lines = linesOf(store, counterId, levels);
  const token = counter.tokenId === null ? undefined : store.tokens.get(counter.tokenId);
  return {
    counterId,
    status: counter.status,
    operator: counter.operator,
    isAutoCall: counter.isAutoCall,
    statusAt: counter.statusAt,
    current: token ? currentOf(token) : null,
    undo: undoOf(store, counter),
    waiting: lines.reduce((sum, line) => sum + line.waiting, 0),
    next: callingOrder(store, lines, levels, now.queueAt, LISTED).map(nextOf),
    parked: store.tokens
      .parkedAt(counterId)
      .map((one) => ({ id: one.id, label: labelOf(one), serviceId: one.serviceId, returnAt: one.returnAt })),
    counters: centre.counters.map(({ id }) => ({ id, status: store.counters.get(id)?.status ?? 'closed' })),
  };
}
