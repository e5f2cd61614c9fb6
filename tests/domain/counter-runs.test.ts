import { describe, expect, it } from 'vitest';
import { counterRunsText } from '../../src/domain/counter-runs.ts';

describe('counters in words', () => {
  it('stand as runs of neighbours, whatever order they come in', () => {
    expect(counterRunsText([7])).toBe('7');
    expect(counterRunsText([28, 26, 27])).toBe('26–28');
    expect(counterRunsText([1, 2, 3, 11, 12, 30])).toBe('1–3, 11–12, 30');
    expect(counterRunsText([])).toBe('');
  });
});
