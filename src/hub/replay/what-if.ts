import { type DayFacts } from '../../domain/reports/day-facts.ts';
import { totalOf } from '../../domain/reports/figures/add-up.ts';
import { NO_FILTER } from '../../domain/reports/figures/grouping.ts';
import { factsOfDay } from '../../domain/what-if/facts-of-day.ts';
import { type DayChange } from '../../domain/what-if/change.ts';
import type { DayEvent } from '../../domain/what-if/day-event.ts';
import { playScript } from '../../domain/what-if/play-script.ts';
import { readScript } from '../../domain/what-if/read-script.ts';
import { lastVisitAt, waitingOver } from '../../domain/what-if/waiting-over.ts';
import type { AnswerOf } from '../../protocol/answers/answers.ts';
import type { PlayedFigures } from '../../protocol/answers/replay-answers.ts';
import type { DayLog } from '../../store/replay/day-log.ts';
import { rowsOf } from '../reports/make-report.ts';

function figuresOf(day: string, facts: DayFacts, { start }: DayLog, events: readonly DayEvent[]): PlayedFigures {
  const question = { fromDay: day, toDay: day, groupBy: 'service', filter: NO_FILTER } as const;
  return {
    total: totalOf([facts], NO_FILTER),
    rows: [...rowsOf([facts], question)],
    waiting: [...waitingOver(start, events)],
    lastAt: lastVisitAt(events),
  };
}

/** A day by its figures: as it was, and as it would have been with the change. */
export function whatIf(log: DayLog, change: DayChange): AnswerOf<'whatIf'> {
  const { start, events } = log;
  const { day } = start;
  const played = playScript(readScript(start, events), change);
  return {
    day,
    was: figuresOf(day, factsOfDay(start, events), log, events),
    wouldBe: figuresOf(day, factsOfDay(start, played), log, played),
  };
}
