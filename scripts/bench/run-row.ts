import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judge, LEAST_ROUNDS, type Measured } from './judge.ts';
import { otherWork } from './other-work.ts';
import type { Round, Row } from './row.ts';

export const ROUNDS = 7;
/** A round in which others took this much is thrown away. */
const MOST_OTHER_CORES = 0.3;
/** So many rounds are tried again at most. */
const MOST_AGAIN = 7;

/** What a row came to; `skipped`: why it was not measured. */
export interface RowOutcome {
  readonly row: Row;
  readonly measured: readonly Measured[];
  readonly thrownAway: number;
  readonly skipped?: string;
}

/** Measures a row round by round. `tell` hears how far it is. */
export async function runRow(row: Row, wanted: number | null, tell: (text: string) => void): Promise<RowOutcome> {
  const skipped = await row.cannot?.();
  if (skipped !== undefined) return { row, measured: [], thrownAway: 0, skipped };
  const rounds = wanted ?? row.rounds ?? ROUNDS;
  const folder = mkdtempSync(join(tmpdir(), 'markaz-bench-'));
  const quiet: (readonly Round[])[] = [];
  let thrownAway = 0;
  try {
    tell('is set up');
    const bench = await row.open(folder);
    try {
      while (quiet.length < rounds && thrownAway <= MOST_AGAIN) {
        tell(`round ${quiet.length + 1} of ${rounds}`);
        const others = otherWork();
        const round = await bench.round();
        if ((others() ?? 0) < MOST_OTHER_CORES) quiet.push(round);
        else thrownAway += 1;
      }
    } finally {
      await bench.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  // A row that is measured less often by itself says what it says; who asks for fewer rounds hears nothing of a goal.
  const least = Math.min(LEAST_ROUNDS, row.rounds ?? ROUNDS);
  const measured = row.figures.map((figure, at) =>
    judge(
      figure,
      quiet.flatMap((round) => round[at] ?? []),
      least,
    ),
  );
  return { row, measured, thrownAway };
}
