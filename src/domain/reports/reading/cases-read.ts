import type { Application } from '../../journeys/application.ts';
import { FILING, type Step } from '../../journeys/journey.ts';
import { type Fact, STEP_ENDS } from '../day-facts.ts';
import type { DayNotes } from './day-notes.ts';

/** An application as it lies at a stage. Times in epoch ms. */
export interface SeenCase {
  readonly serviceId: string;
  readonly stageId: string;
  readonly enteredAt: number;
  readonly dueAt: number | null;
  readonly state: Application['state'];
}

type Patch = { readonly id: number } & Partial<Application>;

const UNKNOWN: SeenCase = { serviceId: '', stageId: '', enteredAt: 0, dueAt: null, state: 'open' };

/** An application as an event leaves it. */
function changedCase(before: SeenCase = UNKNOWN, patch: Patch): SeenCase {
  const {
    serviceId = before.serviceId,
    stageId = before.stageId,
    enteredAt = before.enteredAt,
    dueAt = before.dueAt,
    state = before.state,
  } = patch;
  return { serviceId, stageId, enteredAt, dueAt, state };
}

const endOf = (steps: readonly Step[] | undefined, stageId: string): Step | undefined =>
  steps?.findLast((step) => step.stageId === stageId && step.endedAt !== null);

/** The stage that has ended, as it was before; of what was filed just now its filing. Undefined when none has. */
function endedStage(before: SeenCase | undefined, after: SeenCase, patch: Patch): SeenCase | undefined {
  if (before) return before.stageId === after.stageId && before.state === after.state ? undefined : before;
  const step = endOf(patch.steps, FILING);
  return step && { ...after, stageId: FILING, enteredAt: step.enteredAt, dueAt: null };
}

function stepRow(seen: SeenCase, patch: Patch, { word }: DayNotes): Fact<'steps'> {
  const { serviceId, stageId, enteredAt, dueAt } = seen;
  const { endedAt = null, end } = endOf(patch.steps, stageId) ?? {};
  const overAt = endedAt ?? enteredAt;
  return {
    service: word(serviceId),
    stage: word(stageId),
    end: Math.max(0, STEP_ENDS.indexOf(end ?? 'done')),
    tookS: Math.max(0, Math.round((overAt - enteredAt) / 1000)),
    isOverdue: Number(dueAt !== null && overAt > dueAt),
  };
}

/** What lies at each stage at that instant, and how much of it is overdue. */
function openRows(cases: Iterable<SeenCase>, at: number, { word }: DayNotes): Fact<'openCases'>[] {
  const open = [...cases].filter(({ state }) => state === 'open');
  const groups = Map.groupBy(open, ({ serviceId, stageId }) => `${serviceId} ${stageId}`);
  return [...groups.values()].flatMap((all) => {
    const [first] = all;
    const overdue = all.filter(({ dueAt }) => dueAt !== null && at > dueAt).length;
    return first ? [{ service: word(first.serviceId), stage: word(first.stageId), open: all.length, overdue }] : [];
  });
}

/** What became of applications, stage by stage. */
export function casesRead(carried: readonly (readonly [id: number, seen: SeenCase])[]) {
  const cases = new Map(carried);
  /** The last row of each application today, which an undo takes back. */
  let lastRows = new Map<number, Fact<'steps'>>();
  return {
    read(patch: Patch, isUndo: boolean, notes: DayNotes): void {
      const before = cases.get(patch.id);
      if (!before && patch.serviceId === undefined) return;
      const after = changedCase(before, patch);
      cases.set(patch.id, after);
      const lastRow = lastRows.get(patch.id);
      lastRows.delete(patch.id);
      if (isUndo && lastRow) notes.void(lastRow);
      const ended = isUndo ? undefined : endedStage(before, after, patch);
      if (!ended) return;
      const row = stepRow(ended, patch, notes);
      notes.rows.steps.push(row);
      lastRows.set(patch.id, row);
    },
    open: (at: number, notes: DayNotes) => openRows(cases.values(), at, notes),
    turn(): void {
      lastRows = new Map();
      for (const [id, { state }] of cases) if (state !== 'open') cases.delete(id);
    },
    carry: () => [...cases],
  };
}
