import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/domain/random.ts';
import { DISCIPLINES } from '../../scripts/calling-rule/disciplines.ts';
import { play } from '../../scripts/calling-rule/play.ts';
import { drawDay, USUAL_SHAPE } from '../../scripts/calling-rule/study-day.ts';
import { goalRow, GOALS, study } from '../../scripts/calling-rule/study.ts';

const LAW = { counters: 4, load: 0.85, share: 0.2, noShow: 0, shape: USUAL_SHAPE };

describe('the study of the calling rule', () => {
  it('plays the same day for every discipline, and serves everybody', () => {
    const day = drawDay(LAW, randomFrom(5));
    expect(drawDay(LAW, randomFrom(5))).toEqual(day);
    for (const { fresh } of DISCIPLINES) {
      const calledAt = play(day, LAW.counters, fresh());
      expect(day.every((one) => (calledAt[one.id] ?? Number.NaN) >= one.arrivesAt)).toBe(true);
    }
  });

  it('calls first come, first served in the order of arrival, one counter at a time', () => {
    const day = [0, 1, 2].map((id) => ({ id, arrivesAt: id, serviceMin: 10, kind: 'walkIn' as const, slotAt: null }));
    const fresh = DISCIPLINES[0]?.fresh;
    expect([...play(day, 1, fresh?.() ?? (() => undefined))]).toEqual([0, 10, 20]);
  });

  it('finds the rule within its two goals, where strict priority breaks one', () => {
    const rows = study(60, 1);
    const ours = goalRow(rows);
    expect(ours.latenessP90).toBeLessThanOrEqual(GOALS.latenessP90);
    expect(ours.growth).toBeLessThanOrEqual(GOALS.growth);
    const strict = rows.find(
      (row) => row.discipline === 'strict priority' && row.law === ours.law && row.share === 0.2,
    );
    expect(strict?.growth).toBeGreaterThan(GOALS.growth);
  });
});
