import { describe, expect, it } from 'vitest';
import type { CounterView } from '../../src/protocol/views.ts';
import { ACTION_KEYS, type ActionName, canDo, primaryStep } from '../../src/operator/current/actions.ts';

const ACTIONS = Object.keys(ACTION_KEYS) as ActionName[];
const token = (state: 'called' | 'serving') => ({ id: 1, state }) as NonNullable<CounterView['current']>;
const view = (change: Partial<CounterView>): CounterView =>
  ({ status: 'open', current: null, waiting: 0, parked: [], undo: null, isAutoCall: false, ...change }) as CounterView;

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
      const held = view({ current: token(state), waiting: 5, undo: { label: 'A-1', tokenId: 1, until: 9 } });
      expect(primaryStep(held)).not.toBe('call');
      for (const action of ['jump', 'withoutToken', 'resume', 'undo', 'takeBreak', 'closeCounter'] as const) {
        expect(canDo(action, held)).toBe(false);
      }
    }
  });
});
