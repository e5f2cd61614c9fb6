import { describe, expect, it } from 'vitest';
import type { CounterView } from '../../src/protocol/views/views.ts';
import { ACTION_KEYS, type ActionName, canDo, primaryStep } from '../../src/operator/current/actions.ts';

const ACTIONS = Object.keys(ACTION_KEYS) as ActionName[];
type Current = NonNullable<CounterView['current']>;
const token = (state: 'called' | 'serving', change: Partial<Current> = {}) =>
  ({ id: 1, state, canSkip: false, backTo: [], next: null, ...change }) as unknown as Current;
const view = (change: Partial<CounterView>): CounterView =>
  ({
    counterId: 4,
    status: 'open',
    current: null,
    waiting: 0,
    parked: [],
    left: null,
    isAutoCall: false,
    ...change,
  }) as CounterView;

const LEFT = { label: 'A-1', tokenId: 1, how: 'finished', undoUntil: 9, goTo: null, trackingNumber: null } as const;
const nextAt = (...counters: number[]) => ({ serviceId: 'domicile', stageId: 'filing', counters });

/** Every state that a console can be in. */
const STATES: Record<string, CounterView> = {
  closed: view({ status: 'closed' }),
  'on a break': view({ status: 'onBreak' }),
  'free, nobody waiting': view({}),
  'free, somebody waiting': view({ waiting: 3 }),
  called: view({ current: token('called') }),
  serving: view({ current: token('serving') }),
};

describe('the operator’s actions', () => {
  it('have a key each, and no two the same', () => {
    const keys = Object.values(ACTION_KEYS);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(Object.entries(STATES))('always offer a way out: %s', (_, state) => {
    expect(ACTIONS.some((action) => canDo(action, state))).toBe(true);
  });

  it('never call while a token is open', () => {
    for (const state of ['called', 'serving'] as const) {
      const held = view({ current: token(state), waiting: 5, left: LEFT });
      expect(primaryStep(held)).not.toBe('call');
      for (const action of ['jump', 'withoutToken', 'resume', 'undo', 'takeBreak', 'closeCounter'] as const) {
        expect(canDo(action, held)).toBe(false);
      }
    }
  });

  it('go on here with the primary key where this counter does the next stage, and finish by another key', () => {
    const here = view({ current: token('serving', { next: nextAt(3, 4, 5) }) });
    expect([primaryStep(here), canDo('sendOn', here)]).toEqual(['stay', true]);
    const elsewhere = view({ current: token('serving', { next: nextAt(26, 27) }) });
    expect([primaryStep(elsewhere), canDo('sendOn', elsewhere)]).toEqual(['finish', false]);
    const called = view({ current: token('called', { next: nextAt(4) }) });
    expect([primaryStep(called), canDo('sendOn', called)]).toEqual(['start', false]);
  });

  it('skip and send back only where the journey allows it, and end a visit whenever a token is here', () => {
    const bare = view({ current: token('serving') });
    expect([canDo('skipStage', bare), canDo('sendBack', bare), canDo('endVisit', bare)]).toEqual([false, false, true]);
    const full = view({ current: token('called', { canSkip: true, backTo: ['document-check'] }) });
    expect([canDo('skipStage', full), canDo('sendBack', full), canDo('endVisit', full)]).toEqual([true, true, true]);
    expect(canDo('endVisit', view({}))).toBe(false);
  });

  it('check somebody in at any time, also with a token in hand', () => {
    for (const state of Object.values(STATES)) expect(canDo('checkIn', state)).toBe(true);
  });
});
