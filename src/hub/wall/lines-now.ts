import { type Centre, levelsOf } from '../../domain/centre.ts';
import type { LineHead } from '../../domain/calling-rule.ts';
import type { Store } from '../../store/store.ts';
import type { Line } from '../../store/token-store.ts';

/** A line in which somebody waits, with its head where that one is due; before the slot nobody is. */
export interface LineNow extends Line {
  readonly head: LineHead | null;
  /** Whether a counter does it that is not closed. */
  readonly isServed: boolean;
}

/** All lines of a moment. */
export function linesNow(
  { tokens }: Pick<Store, 'tokens'>,
  centre: Centre,
  inService: readonly number[],
  queueAt: number,
): readonly LineNow[] {
  const served = new Set(inService.flatMap((id) => levelsOf(centre, id).flat()));
  const there = new Set(inService);
  return tokens.lines().map((line) => {
    const head = tokens.headOf(line);
    return {
      ...line,
      head: head && head.waitingSince <= queueAt ? head : null,
      isServed: line.boundCounterId === null ? served.has(line.queueId) : there.has(line.boundCounterId),
    };
  });
}

/** Tells of a counter whether somebody waits for it who is due. */
export function dueFor(centre: Centre, lines: readonly LineNow[]): (counterId: number) => boolean {
  const due = lines.filter(({ head }) => head !== null);
  const queues = new Set(due.filter((one) => one.boundCounterId === null).map((one) => one.queueId));
  const bound = new Set(due.map((one) => one.boundCounterId));
  return (id) => bound.has(id) || levelsOf(centre, id).some((level) => level.some((queueId) => queues.has(queueId)));
}

const shareOf = ({ waitingSince, targetMs }: LineHead, queueAt: number): number => (queueAt - waitingSince) / targetMs;

/** Who of those lines has waited the largest part of what was promised. */
export function mostUrgent(lines: readonly LineNow[], queueAt: number) {
  let most: { readonly line: LineNow; readonly head: LineHead } | null = null;
  for (const line of lines) {
    const { head } = line;
    if (head && (most === null || shareOf(head, queueAt) > shareOf(most.head, queueAt))) most = { line, head };
  }
  return most && { stageId: most.line.stageId, waitingSince: most.head.waitingSince, targetMs: most.head.targetMs };
}
