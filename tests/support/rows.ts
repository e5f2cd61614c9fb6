import { closedCounter, type Counter } from '../../src/domain/counter.ts';
import type { Token } from '../../src/domain/token.ts';

/** A waiting token of the small centre, with what a test changes. */
export const tokenWith = (change: Partial<Token> = {}): Token => ({
  id: 1,
  serviceDay: '2026-11-23',
  series: 'A',
  number: 1,
  serviceId: 'domicile',
  classes: [],
  language: 'ur',
  state: 'waiting',
  waitingSince: 0,
  targetMs: 30 * 60_000,
  counterId: null,
  boundCounterId: null,
  issuedAt: 0,
  calledAt: null,
  startedAt: null,
  endedAt: null,
  waitedMs: null,
  lastCallAt: null,
  recallCount: 0,
  requeueCount: 0,
  returnAt: null,
  carriedWaitMs: 0,
  carriedTurns: 0,
  ...change,
});

/** An open counter with empty hands, with what a test changes. */
export const counterWith = (change: Partial<Counter> = {}): Counter => ({
  ...closedCounter(1, 0),
  status: 'open',
  operator: 'Ali',
  ...change,
});

/** A token in the hands of counter 1, in that state, ended ones ten seconds ago by the queue clock at `queueAt`. */
export function heldToken(state: Token['state'], queueAt: number): { token: Token; counter: Counter } {
  const isOpen = state === 'called' || state === 'serving';
  const isOver = state === 'done' || state === 'noShow';
  const token = tokenWith({
    state,
    counterId: state === 'waiting' || state === 'carriedOver' ? null : 1,
    lastCallAt: 0,
  });
  const ended = isOver ? { lastEndedTokenId: token.id, lastEndedAt: queueAt - 10_000 } : {};
  return { token, counter: counterWith({ tokenId: isOpen ? token.id : null, ...ended }) };
}
