import { z } from 'zod';
import { DAY_CHANGE_LIMITS } from '../../domain/what-if/change.ts';
import { reportAnswer } from './report-answers.ts';
import { boardCallsView, boardView } from '../views/board-view.ts';
import { at, queueAt } from '../views/view-parts.ts';
import { centreView } from '../views/views.ts';
import { wallView } from '../wall/wall-view.ts';

const day = z.iso.date();
const counterId = z.int().positive().max(999);

/** The days that can be played again. */
export const replayDaysAnswer = z.object({
  days: z
    .array(z.object({ day, fromAt: at, toAt: at.nullable().describe('null while the day goes on') }))
    .describe('the newest first'),
});

export const replayDayQuestion = z.strictObject({ day });

/** A day as it can be played: from its first event to its last, and the centre as it was set up at its end. */
export const replayDayAnswer = z.object({ day, fromAt: at, toAt: at, centre: centreView });

/** A moment of a day, on the wall and on the board of a hall, or of all. */
export const replayFrameQuestion = z.strictObject({
  day,
  at: z.int().nonnegative(),
  hallId: z.string().max(64).nullable(),
});

export const replayFrameAnswer = z.object({
  at,
  queueAt,
  wall: wallView.describe('without the kiosks and links, of which the log tells nothing'),
  board: boardView.describe('silent, and without media'),
  boardCalls: boardCallsView,
});

/** How a day would have been with something changed; null for what stays. */
export const whatIfQuestion = z.strictObject({
  day,
  more: counterId.nullable().describe('one counter more, which works like that one'),
  less: counterId.nullable(),
  target: z
    .strictObject({
      serviceId: z.string().max(64),
      targetMs: z.int().min(DAY_CHANGE_LIMITS.leastTargetMs).max(DAY_CHANGE_LIMITS.mostTargetMs),
    })
    .nullable()
    .describe('another wait that a service promises'),
});

const played = z.object({
  total: reportAnswer.shape.total,
  rows: reportAnswer.shape.rows.describe('a service each'),
  waiting: z.array(z.object({ at, count: z.int() })).describe('who waits, every quarter of an hour'),
  lastAt: at.nullable().describe('when the last visit ended'),
});

/** The day as it was and as it would have been, by the same figures. */
export const whatIfAnswer = z.object({ day, was: played, wouldBe: played });
export type PlayedFigures = z.infer<typeof played>;
