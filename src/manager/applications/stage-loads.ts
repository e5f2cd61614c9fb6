import type { ManagerView } from '../../protocol/views/views.ts';

export type Load = Pick<ManagerView['applications'][number], 'open' | 'atRisk' | 'overdue'>;

const NONE: Load = { open: 0, atRisk: 0, overdue: 0 };

const plus = (one: Load, other: Load): Load => ({
  open: one.open + other.open,
  atRisk: one.atRisk + other.atRisk,
  overdue: one.overdue + other.overdue,
});

/** What lies at a stage over all services; at every stage together without one. */
export const loadOf = (loads: ManagerView['applications'], stageId?: string): Load =>
  loads.filter((load) => stageId === undefined || load.stageId === stageId).reduce<Load>(plus, NONE);
