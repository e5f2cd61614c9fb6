import type { Application } from '../../journeys/application.ts';
import { FILING, type Step } from '../../journeys/journey.ts';
import { type Fact, STEP_ENDS } from '../day-facts.ts';
import type { DayNotes } from './day-notes.ts';

/** An open application as it lies at a stage. Times in epoch ms. */
export interface SeenCase {
  serviceId: string;
  stageId: string;
  enteredAt: number;
  dueAt: number | null;
  isOpen: boolean;
}

type Patch = { readonly id: number } & Partial<Application>;

const endOf = (steps: readonly Step[] | undefined, stageId: string): Step | undefined =>
  steps?.findLast((step) => step.stageId === stageId && step.endedAt !== null);

/** What became of applications, stage by stage. */
export function casesRead(carried: readonly (readonly [id: number, seen: SeenCase])[]) {
  const cases = new Map(carried);
  /** The last row of each application today, which an undo takes back. */
  let lastRows = new Map<number, Fact<'steps'>>();

  function ended(id: number, before: SeenCase, step: Step | undefined, notes: DayNotes): void {
    const { serviceId, stageId, enteredAt, dueAt } = before;
    const endedAt = step?.endedAt ?? enteredAt;
    const row: Fact<'steps'> = {
      service: notes.word(serviceId),
      stage: notes.word(stageId),
      end: Math.max(0, STEP_ENDS.indexOf(step?.end ?? 'done')),
      tookS: Math.max(0, Math.round((endedAt - enteredAt) / 1000)),
      isOverdue: Number(dueAt !== null && endedAt > dueAt),
    };
    notes.rows.steps.push(row);
    lastRows.set(id, row);
  }

  /** What was filed just now has ended its filing. */
  function filed(patch: Patch, notes: DayNotes): void {
    const step = endOf(patch.steps, FILING);
    const before = { serviceId: patch.serviceId ?? '', stageId: FILING, isOpen: true, dueAt: null };
    if (step) ended(patch.id, { ...before, enteredAt: step.enteredAt }, step, notes);
  }

  return {
    read(patch: Patch, isUndo: boolean, notes: DayNotes): void {
      const before = cases.get(patch.id);
      if (!before && patch.serviceId === undefined) return;
      const after: SeenCase = {
        serviceId: patch.serviceId ?? before?.serviceId ?? '',
        stageId: patch.stageId ?? before?.stageId ?? '',
        enteredAt: patch.enteredAt ?? before?.enteredAt ?? 0,
        dueAt: patch.dueAt === undefined ? (before?.dueAt ?? null) : patch.dueAt,
        isOpen: patch.state === undefined ? (before?.isOpen ?? true) : patch.state === 'open',
      };
      cases.set(patch.id, after);
      const row = lastRows.get(patch.id);
      if (isUndo) {
        if (row) notes.void(row);
        lastRows.delete(patch.id);
      } else if (!before) filed(patch, notes);
      else if (after.stageId !== before.stageId || after.isOpen !== before.isOpen) {
        ended(patch.id, before, endOf(patch.steps, before.stageId), notes);
      }
    },
    /** What lies at each stage at that instant, and how much of it is overdue. */
    open(at: number, notes: DayNotes): Fact<'openCases'>[] {
      const rows = new Map<string, Fact<'openCases'>>();
      for (const { serviceId, stageId, dueAt, isOpen } of cases.values()) {
        if (!isOpen) continue;
        const key = `${serviceId} ${stageId}`;
        const row = rows.get(key) ?? {
          service: notes.word(serviceId),
          stage: notes.word(stageId),
          open: 0,
          overdue: 0,
        };
        row.open += 1;
        row.overdue += Number(dueAt !== null && at > dueAt);
        rows.set(key, row);
      }
      return [...rows.values()];
    },
    turn(): void {
      lastRows = new Map();
      for (const [id, { isOpen }] of cases) if (!isOpen) cases.delete(id);
    },
    carry: () => [...cases],
  };
}
