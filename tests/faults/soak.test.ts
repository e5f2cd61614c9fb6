import { expect, it } from 'vitest';
import { runSoak } from '../../scripts/soak/run-soak.ts';
import { grown, type HubFigures } from '../../scripts/soak/soak-figures.ts';
import { testFolder } from '../support/folder.ts';

const SMALL = { days: 2, tokens: 150, seconds: 8, kills: 1, counters: 8, kiosks: 4, boards: 2 };

it('two days of a small hall with faults in them leave nothing wrong', { timeout: 180_000 }, async () => {
  const days: number[] = [];
  const broken = await runSoak(testFolder(), SMALL, ({ done }) => days.push(done['issue'] ?? 0));
  expect(broken).toEqual([]);
  expect(Math.min(...days)).toBeGreaterThanOrEqual(SMALL.tokens);
});

const FIGURES: HubFigures = { rss: 2e8, heapUsed: 5e7, handles: 40, logAheadBytes: 1e6, storeBytes: 1e8, at: 0 };

it('what grows day by day is found, and what comes and goes is not', () => {
  const days = Array.from({ length: 20 }, (_, day) => ({
    ...FIGURES,
    rss: FIGURES.rss + (day % 3) * 9e6,
    storeBytes: 1e8 + day * 1e7,
  }));
  expect(grown(days)).toEqual([]);
  expect(grown(days.map((one, day) => ({ ...one, handles: 40 + day })))).toMatchObject([{ invariant: 'flat' }]);
  expect(grown(days.map((one, day) => ({ ...one, logAheadBytes: day * 1e6 })))).toMatchObject([{ invariant: 'flat' }]);
  expect(grown(days.map((one, day) => ({ ...one, heapUsed: 5e7 + day * 3e6 })))).toMatchObject([{ invariant: 'flat' }]);
});
