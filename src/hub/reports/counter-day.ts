import { type DayFacts, PHASES } from '../../domain/reports/day-facts.ts';
import { addUp } from '../../domain/reports/figures/add-up.ts';
import { noSums } from '../../domain/reports/figures/figures.ts';
import { NO_FILTER } from '../../domain/reports/figures/grouping.ts';
import type { CounterDay } from '../../protocol/answers/report-answers.ts';

/** A span shorter than this is not drawn by itself: nobody could see it, and there are thousands. */
const SEEN_S = 15;
/** Of a day without any span: what a plot shows of it, in seconds after midnight. */
const EMPTY_DAY = [9 * 3600, 17 * 3600] as const;

interface Line {
  readonly id: number;
  readonly operators: Set<string>;
  readonly spans: number[];
}

/** Adds a span; a short one lengthens the one before that it follows. */
function addSpan(spans: number[], phase: number, fromS: number, toS: number): void {
  const end = spans.length - 1;
  const follows = end > 0 && fromS - (spans[end] ?? 0) <= 1;
  if (follows && (toS - fromS < SEEN_S || spans[end - 2] === phase)) spans[end] = toS;
  else spans.push(phase, fromS, toS);
}

function linesOf(days: readonly DayFacts[]): readonly Line[] {
  const lines = new Map<number, Line>();
  for (const { tables, words, startMinute } of days) {
    const { length, columns } = tables.spans;
    const secondOf = (ms: number) => Math.round(startMinute * 60 + ms / 1000);
    const order = Array.from({ length }, (_, row) => row).sort(
      (a, b) => (columns.fromMs[a] ?? 0) - (columns.fromMs[b] ?? 0),
    );
    for (const row of order) {
      const id = columns.counter[row] ?? 0;
      const line = lines.get(id) ?? { id, operators: new Set(), spans: [] };
      lines.set(id, line);
      line.operators.add(words[columns.operator[row] ?? 0] ?? '');
      addSpan(
        line.spans,
        columns.phase[row] ?? 0,
        secondOf(columns.fromMs[row] ?? 0),
        secondOf(columns.toMs[row] ?? 0),
      );
    }
  }
  return [...lines.values()].toSorted((a, b) => a.id - b.id);
}

/** What each counter did on a day, span after span. */
export function counterDayOf(day: string, days: readonly DayFacts[]): CounterDay {
  const { groups } = addUp(days, 'counter', NO_FILTER);
  const lines = linesOf(days);
  const times = lines.flatMap(({ spans }) => [spans[1] ?? 0, spans.at(-1) ?? 0]);
  const [emptyFrom, emptyTo] = EMPTY_DAY;
  return {
    day,
    fromMs: (times.length > 0 ? Math.min(...times) : emptyFrom) * 1000,
    toMs: (times.length > 0 ? Math.max(...times) : emptyTo) * 1000,
    phases: [...PHASES],
    counters: lines.map(({ id, operators, spans }) => {
      const { openMs, servingMs, idleMs, breakMs, calls } = groups.get(String(id)) ?? noSums();
      const named = [...operators].filter((name) => name !== '');
      return { id, operators: named, spans, openMs, servingMs, idleMs, breakMs, calls };
    }),
  };
}
