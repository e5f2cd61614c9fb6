import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/domain/random.ts';
import { forecastWaits } from '../../src/domain/wait-forecast/forecast-waits.ts';
import { playCourse } from '../../scripts/forecast/course.ts';
import { type Citizen, type Day, drawDay } from '../../scripts/forecast/draw-day.ts';
import { erlangWait, playCell } from '../../scripts/forecast/erlang.ts';
import { hallOf, learned, oracle } from '../../scripts/forecast/knowledge.ts';
import type { Picture } from '../../scripts/forecast/picture.ts';
import { playDay } from '../../scripts/forecast/play-day.ts';
import { againstOracle, OURS, rowsOf } from '../../scripts/forecast/summary.ts';
import { MINUTE } from '../../scripts/forecast/world.ts';

const SMALL = { shape: 'lognormal', centre: 0, days: 1, tokens: 3, seed: 5 } as const;
/** Somebody of the late morning, when the lines are long. */
const SCORED = 300;

const askOracle = (picture: Picture) => forecastWaits(hallOf(picture, oracle('lognormal', randomFrom(1))), 100, 1);

function playScored(day: Day) {
  const { pictures, waits, record } = playDay('lognormal', day, new Set([SCORED]));
  const [picture] = pictures;
  if (!picture) throw new Error('Nobody was scored.');
  return { picture, waited: waits[0], record };
}

describe('the study of the forecast', () => {
  it('gives the same scores for the same seed, and others for another', () => {
    const scores = playCourse(SMALL);
    expect(scores).toHaveLength(3);
    expect(playCourse(SMALL)).toEqual(scores);
    expect(playCourse({ ...SMALL, seed: 6 })).not.toEqual(scores);
    const ours = rowsOf('all', scores).find((row) => row.name === OURS);
    expect(ours?.mae).toBeGreaterThan(0);
    expect(againstOracle(scores, 1)).toEqual(againstOracle(scores, 1));
  });

  it('shows the oracle nothing of what was drawn: the very same hall can go on either way', () => {
    const day = drawDay(randomFrom(5));
    const before = playScored(day);
    const { waiting, desks } = before.picture;
    const atFirstStage = [...waiting, ...desks.flatMap(({ holds }) => holds ?? [])];
    const isToCome = ({ id, work }: Citizen) =>
      id >= SCORED || atFirstStage.some((one) => one.citizen === id && one.work === work);
    const slow = ({ luck: [absent] }: Citizen) => [absent, 0.999] as const;
    const citizens = day.citizens.map((one) => (isToCome(one) ? { ...one, luck: slow(one) } : one));
    const after = playScored({ ...day, citizens });
    expect(after.waited).toBeGreaterThan((before.waited ?? 0) + 5 * MINUTE);
    expect(after.picture).toEqual(before.picture);
    expect(askOracle(after.picture)).toEqual(askOracle(before.picture));
  });

  it('records when a counter stopped calling from its calls, not from what its operator meant', () => {
    const day = drawDay(randomFrom(5));
    const { record } = playScored(day);
    const meant = day.spans.map(([morning]) => morning?.[1]);
    const seen = record.deskSpans.map(([morning]) => morning?.[1]);
    expect(seen.filter((one, desk) => one !== meant[desk]).length).toBeGreaterThan(6);
    expect(learned([record]).plans(0, 0, false, 0)[0]?.[0]?.[1]).toBe(seen[0]);
  });

  it('knows the mean wait of Erlang, and the engine plays it', () => {
    expect(erlangWait(1, 0.5)).toBeCloseTo(1, 9);
    expect(erlangWait(5, 0.8)).toBeCloseTo(0.5541, 4);
    const { played, formula } = playCell(5, 0.5, 1, 0.2);
    expect(played / formula).toBeCloseTo(1, 0);
  });

  it.each([
    [['--days', '3'], '--days takes a whole number from 9 on.'],
    [['--seed', 'x'], '--seed takes a whole number.'],
    [['--seconds', '0'], '--seconds takes a number above 0.'],
    [['--fast'], "Unknown option '--fast'"],
  ])('refuses %j in one line', (options, line) => {
    const { status, stderr, stdout } = spawnSync(process.execPath, ['scripts/forecast/forecast.ts', ...options], {
      encoding: 'utf8',
    });
    expect(stderr).toContain(line);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});
