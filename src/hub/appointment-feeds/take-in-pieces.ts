import { setImmediate } from 'node:timers/promises';
import type { FeedDesk, FeedRow, RowReport } from './feed.ts';

const ROWS_A_PIECE = 500;

/**
 * Gives rows to the desk a piece at a time. Rows are read when their piece comes, and the event loop runs between two
 * pieces, so that a flood of bookings holds up no call. Stops early, with what was reported so far, when told to.
 */
export async function takeInPieces(
  desk: FeedDesk,
  rows: Iterable<FeedRow>,
  signal?: AbortSignal,
): Promise<readonly RowReport[]> {
  const reports: RowReport[] = [];
  let piece: FeedRow[] = [];
  const takePiece = async () => {
    reports.push(...(await desk.take(piece)));
    piece = [];
    await setImmediate();
  };
  for (const row of rows) {
    piece.push(row);
    if (piece.length === ROWS_A_PIECE) await takePiece();
    if (signal?.aborted) return reports;
  }
  if (piece.length > 0) await takePiece();
  return reports;
}
