import type { Moment } from '../../domain/decision.ts';
import { waitingSinceAtReturn } from '../../domain/verbs/postpone.ts';
import type { HallReads, WaitingRow } from '../../store/hall-reads.ts';

/**
 * Whom a forecast counts: all who wait, and those who stepped away for some minutes, with the wait that they
 * will have when they are back. A play may call such a one a little early where hardly anybody waits.
 */
export const inLine = (reads: Pick<HallReads, 'waiting' | 'away'>, now: Moment): readonly WaitingRow[] => [
  ...reads.waiting(),
  ...reads.away().map((row) => ({ ...row, waitingSince: waitingSinceAtReturn(row, now) })),
];
