import { describe, expect, it } from 'vitest';
import { judge } from '../../scripts/bench/judge.ts';
import type { Figure } from '../../scripts/bench/row.ts';
import { benchTable } from '../../scripts/bench/table.ts';

const LESS: Figure = { what: 'a call', unit: 'ms', wants: 'less', goal: 3, stop: 6 };
const MORE: Figure = { what: 'tokens', unit: '', wants: 'more', goal: 3, stop: 2 };
const rounds = (...values: readonly number[]) => values.map((value) => ({ value }));

describe('the bench', () => {
  it('goes by the median of the rounds, not by the best', () => {
    expect(judge(LESS, rounds(9, 3, 1, 9, 2))).toMatchObject({ median: 3, min: 1, max: 9, verdict: 'reached' });
    expect(judge(LESS, rounds(1, 1, 4, 4, 4)).verdict).toBe('missed');
    expect(judge(LESS, rounds(7, 7, 7, 1, 1)).verdict).toBe('stop');
  });

  it('wants more of some and less of others', () => {
    expect(judge(MORE, rounds(3, 3, 3, 4, 2)).verdict).toBe('reached');
    expect(judge(MORE, rounds(2, 2, 2.5, 2.5, 2.5)).verdict).toBe('missed');
    expect(judge(MORE, rounds(1, 1, 1, 5, 5)).verdict).toBe('stop');
  });

  it('says nothing of fewer than five quiet rounds', () => {
    expect(judge(LESS, rounds(1, 1, 1, 1)).verdict).toBe('too noisy');
    expect(judge(LESS, []).verdict).toBe('too noisy');
  });

  it('reaches no goal with what is no number', () => {
    expect(judge(LESS, rounds(Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN)).verdict).toBe('stop');
  });

  it('shows what was missed, what was too busy and what could not be measured', () => {
    const row = { name: 'call', figures: [LESS], open: () => Promise.reject(new Error('never')) };
    const text = benchTable([
      { row, measured: [judge(LESS, rounds(4, 4, 4, 4, 4))], thrownAway: 2 },
      { row: { ...row, name: 'frames' }, measured: [], thrownAway: 0, skipped: 'no browser' },
    ]);
    expect(text).toMatch(/a call +\| ≤ 3 ms \| 4 ms +\| 4 +\| 4 +\| 5 \(2 too busy\) \| MISSED/);
    expect(text).toContain('skipped: frames (no browser)');
  });
});
