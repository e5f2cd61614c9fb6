import type { Counter } from '../../counter.ts';
import type { TokenState } from '../../token.ts';
import { type Fact, type Phase, PHASES } from '../day-facts.ts';
import type { DayNotes } from './day-notes.ts';

/** A counter with the phase in which it is, and since when (epoch ms). */
export interface SeenCounter {
  status: Counter['status'];
  operator: string;
  tokenId: number | null;
  phase: Phase | null;
  since: number;
}

const CLOSED: SeenCounter = { status: 'closed', operator: '', tokenId: null, phase: null, since: 0 };

/** What counters do over the day, as spans that follow each other. */
export function countersRead(
  carried: readonly (readonly [id: number, seen: SeenCounter])[],
  hall: {
    readonly stateOf: (tokenId: number) => TokenState | undefined;
    readonly isWaitedFor: (counterId: number) => boolean;
  },
) {
  const counters = new Map(carried);

  function phaseOf(id: number, { status, tokenId }: SeenCounter): Phase | null {
    if (status === 'closed') return null;
    if (status === 'onBreak') return 'onBreak';
    const state = tokenId === null ? undefined : hall.stateOf(tokenId);
    if (state === 'called' || state === 'serving') return state;
    return hall.isWaitedFor(id) ? 'idle' : 'free';
  }

  function span(id: number, { operator, phase, since }: SeenCounter, at: number, notes: DayNotes): Fact<'spans'>[] {
    if (phase === null || at <= since) return [];
    const times = { fromMs: notes.msOf(since), toMs: notes.msOf(at) };
    return [{ counter: id, operator: notes.word(operator), phase: PHASES.indexOf(phase), ...times }];
  }

  /** Ends a counter's span when it has come into another phase, or to another operator. */
  function look(id: number, at: number, notes: DayNotes, change: Partial<Counter> = {}): void {
    const before = counters.get(id) ?? { ...CLOSED };
    const { status = before.status, operator = before.operator, tokenId = before.tokenId } = change;
    const after = { ...before, status, operator: operator ?? '', tokenId };
    const phase = phaseOf(id, after);
    if (phase !== before.phase || after.operator !== before.operator) {
      notes.rows.spans.push(...span(id, before, at, notes));
      after.since = at;
    }
    counters.set(id, { ...after, phase });
  }

  return {
    look,
    operatorOf: (id: number): string => counters.get(id)?.operator ?? '',
    /** The spans that are not over, as far as that instant. */
    open: (at: number, notes: DayNotes): Fact<'spans'>[] =>
      [...counters].flatMap(([id, seen]) => span(id, seen, at, notes)),
    /** The next day begins: what goes on is counted in it from there. */
    turn(at: number): void {
      for (const seen of counters.values()) seen.since = Math.max(seen.since, at);
    },
    carry: () => [...counters],
  };
}
