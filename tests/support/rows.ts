import { closedCounter, type Counter } from '../../src/domain/counter.ts';
import type { IssueFacts } from '../../src/domain/verbs/issue.ts';
import { FRESH_TOKEN, type Token } from '../../src/domain/token.ts';

/** A waiting token of the small centre, with what a test changes. */
export const tokenWith = (change: Partial<Token> = {}): Token => ({
  ...FRESH_TOKEN,
  id: 1,
  serviceDay: '2026-11-23',
  series: 'A',
  number: 1,
  serviceId: 'domicile',
  stageId: 'desk',
  services: ['domicile'],
  classes: [],
  language: 'ur',
  waitingSince: 0,
  targetMs: 30 * 60_000,
  issuedAt: 0,
  ...change,
});

/** An open counter with empty hands, with what a test changes. */
export const counterWith = (change: Partial<Counter> = {}): Counter => ({
  ...closedCounter(1, 0),
  status: 'open',
  operator: 'Ali',
  ...change,
});

/**
 * A token in the hands of counter 1, in that state; what is ended, or waits at its next stage, left it ten seconds ago by
 * the queue clock at `queueAt`.
 */
export function heldToken(state: Token['state'], queueAt: number): { token: Token; counter: Counter } {
  const isOpen = state === 'called' || state === 'serving';
  const hasLeft = state === 'done' || state === 'noShow' || state === 'waiting';
  const token = tokenWith({
    state,
    counterId: state === 'waiting' || state === 'carriedOver' ? null : 1,
    lastCallAt: 0,
  });
  const before = { ...token, state: state === 'noShow' ? ('called' as const) : ('serving' as const) };
  const ended = hasLeft ? { lastEndedTokenId: token.id, lastEndedAt: queueAt - 10_000, lastEndedToken: before } : {};
  return { token, counter: counterWith({ tokenId: isOpen ? token.id : null, ...ended }) };
}

/** What the hub knows when somebody wants a token in the small centre, with what a test changes. */
export const issueFactsWith = (change: Partial<IssueFacts> = {}): IssueFacts => ({
  id: 1,
  serviceDay: '2026-11-23',
  isCentreOpen: true,
  issuedToday: () => 0,
  personToday: () => 0,
  personId: null,
  asksIdentity: true,
  waitFor: () => null,
  openLeftMs: null,
  draw: () => 1,
  mark: '',
  ...change,
});
