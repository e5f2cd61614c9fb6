import { describe, expect, it } from 'vitest';
import { callsBehind, nextCall } from '../../src/counter-display/announcement.ts';

const call = (seq: number) => ({ seq, label: `A-${seq}`, counterId: 1, serviceId: 'fine', at: 0 });
const newestFirst = [9, 7, 4].map(call);

describe('announcements', () => {
  it('take the calls one at a time, the oldest that was not announced first', () => {
    expect(nextCall(newestFirst, 4)?.seq).toBe(7);
    expect(nextCall(newestFirst, 7)?.seq).toBe(9);
    expect(nextCall(newestFirst, 9)).toBeUndefined();
  });

  it('know how many wait behind', () => {
    expect(callsBehind(newestFirst, 4)).toBe(2);
    expect(callsBehind(newestFirst, 9)).toBe(0);
  });
});
