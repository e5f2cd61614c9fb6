import { randomFrom } from '../../src/domain/random.ts';
import { forecastWaits } from '../../src/domain/wait-forecast/forecast-waits.ts';
import { drawDay } from './draw-day.ts';
import { hallOf, learned, oracle } from './knowledge.ts';
import type { PlayedDay } from './picture.ts';
import { playDay } from './play-day.ts';
import { RIVALS } from './rivals.ts';
import type { Shape } from './shapes.ts';

/** Days that are learned from before anything is scored; what is learned then stays as it is. */
const LEARNING_DAYS = 7;
export const TOKENS_A_DAY = 40;
export const OUR_RUNS = 200;
export const ORACLE_RUNS = 1_000;

/** One scored token: what happened and what was said. All in ms. */
export interface Score {
  readonly shape: Shape;
  /** Which day of the whole study. */
  readonly day: string;
  readonly waited: number;
  readonly ours: number;
  readonly ourP90: number;
  readonly oracle: number;
  readonly oracleP90: number;
  /** In the order of `RIVALS`. */
  readonly rivals: readonly number[];
}

/** A centre of its own: a week to learn from, then days to score. */
export interface Course {
  readonly shape: Shape;
  readonly centre: number;
  readonly days: number;
  /** Walk-ins scored on each of them. */
  readonly tokens: number;
  readonly seed: number;
}

function playOne({ shape, centre, tokens, seed }: Course, day: number): PlayedDay {
  const drawn = drawDay(randomFrom(seed * 1_000_003 + centre * 10_007 + day * 101));
  const random = randomFrom(seed + centre * 31 + day);
  const walkIns = drawn.citizens.filter((one) => one.kind !== 'booked').map(({ id }) => ({ id, lot: random.next() }));
  const scored = walkIns.toSorted((a, b) => a.lot - b.lot).slice(0, tokens);
  return playDay(shape, drawn, new Set(scored.map((one) => one.id)));
}

/** Plays a course, and scores every forecaster on the same tokens. */
export function playCourse(course: Course): readonly Score[] {
  const { shape, centre, tokens, seed } = course;
  const week = Array.from({ length: LEARNING_DAYS }, (_, day) => playOne(course, day).record);
  const known = learned(week);
  const truth = oracle(shape, randomFrom(seed + 77));
  return Array.from({ length: course.days }, (_, day) => playOne(course, LEARNING_DAYS + day)).flatMap(
    ({ pictures, waits }, day) =>
      pictures.map((picture, i) => {
        const chance = seed * 7_919 + day * tokens + i;
        const [ours] = forecastWaits(hallOf(picture, known), OUR_RUNS, chance).newcomers;
        const [best] = forecastWaits(hallOf(picture, truth), ORACLE_RUNS, chance + 1).newcomers;
        if (!ours || !best) throw new Error('A forecast was asked for and not given.');
        return {
          shape,
          day: `${shape} ${centre} ${day}`,
          waited: waits[i] ?? Number.NaN,
          ours: ours.p50Ms,
          ourP90: ours.p90Ms,
          oracle: best.p50Ms,
          oracleP90: best.p90Ms,
          rivals: RIVALS.map(({ estimate }) => estimate(picture, known)),
        };
      }),
  );
}
