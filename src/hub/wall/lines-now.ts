import { type Centre, levelsOf } from '../../domain/centre.ts';
import type { Store } from '../../store/store.ts';
import type { LineWithHead } from '../../store/wall/wall-reads.ts';

/** A line of the moment. */
export interface LineNow extends LineWithHead {
  /** Whether its head counts as waiting: before the slot nobody does. */
  readonly isDue: boolean;
  /** Whether a counter does it that is not closed. */
  readonly isServed: boolean;
}

/** All lines of a moment. */
export function linesNow(
  { wall }: Pick<Store, 'wall'>,
  centre: Centre,
  inService: readonly number[],
  queueAt: number,
): readonly LineNow[] {
  const served = new Set(inService.flatMap((id) => levelsOf(centre, id).flat()));
  const there = new Set(inService);
  return wall.lines().map((line) => ({
    ...line,
    isDue: line.waitingSince <= queueAt,
    isServed: line.boundCounterId === null ? served.has(line.queueId) : there.has(line.boundCounterId),
  }));
}

/** Tells of a counter whether somebody waits for it who is due. */
export function dueFor(centre: Centre, lines: readonly LineNow[]): (counterId: number) => boolean {
  const due = lines.filter(({ isDue }) => isDue);
  const queues = new Set(due.filter((one) => one.boundCounterId === null).map((one) => one.queueId));
  const bound = new Set(due.map((one) => one.boundCounterId));
  return (id) => bound.has(id) || levelsOf(centre, id).some((level) => level.some((queueId) => queues.has(queueId)));
}

const shareOf = ({ waitingSince, targetMs }: LineNow, queueAt: number): number => (queueAt - waitingSince) / targetMs;

/** Who of those lines has waited the largest part of what was promised; null when nobody is due. */
export function mostUrgent(lines: readonly LineNow[], queueAt: number) {
  const [most] = lines.filter(({ isDue }) => isDue).toSorted((a, b) => shareOf(b, queueAt) - shareOf(a, queueAt));
  return most ? { stageId: most.stageId, waitingSince: most.waitingSince, targetMs: most.targetMs } : null;
}
