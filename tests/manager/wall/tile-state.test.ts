import { describe, expect, it } from 'vitest';
import { tileState, usedUp } from '../../../src/manager/wall/tile-state.ts';
import type { WallView } from '../../../src/protocol/wall/wall-view.ts';

const FREE: WallView['counters'][number] = {
  id: 1,
  hallId: 'hall',
  status: 'open',
  operator: 'Ali',
  statusAt: 0,
  label: null,
  state: null,
  sinceAt: 0,
  usualMs: null,
  idleSinceAt: null,
  isConnected: true,
};

describe('the tile of a counter', () => {
  it('says what is wrong before what is usual', () => {
    expect(tileState(FREE)).toBe('free');
    expect(tileState({ ...FREE, idleSinceAt: 5 })).toBe('idle');
    expect(tileState({ ...FREE, state: 'serving', label: 'A-001' })).toBe('serving');
    expect(tileState({ ...FREE, status: 'onBreak' })).toBe('break');
    expect(tileState({ ...FREE, state: 'serving', isConnected: false })).toBe('lost');
    expect(tileState({ ...FREE, status: 'closed', isConnected: false })).toBe('closed');
  });

  it('fills with the usual time of a stage, and tells when somebody is served for more than twice as long', () => {
    const serving = { ...FREE, state: 'serving', usualMs: 100 } as const;
    expect(usedUp(serving, 25)).toEqual({ share: 0.25, isLong: false });
    expect(usedUp(serving, 200)).toEqual({ share: 1, isLong: false });
    expect(usedUp(serving, 201)).toEqual({ share: 1, isLong: true });
    expect(usedUp({ ...serving, state: 'called' }, 201)).toEqual({ share: 0, isLong: false });
  });
});
