import type { CentreView, CounterView } from '../../protocol/views/views.ts';

type Stage = CentreView['services'][number]['journey'][number];
type Visit = Pick<NonNullable<CounterView['current']>, 'stageId' | 'steps'>;

/** Stages that the card has room for. */
const SHOWN = 6;

export interface JourneyStage {
  readonly id: string;
  readonly state: 'done' | 'skipped' | 'now' | 'toCome';
}

export interface VisitJourney {
  readonly stages: readonly JourneyStage[];
  /** How many more lie before and after those. */
  readonly before: number;
  readonly after: number;
}

/** The counter stages around a stage that are walked through without going home between. */
function ofVisit(journey: readonly Stage[], stageId: string): readonly Stage[] {
  const now = journey.findIndex((stage) => stage.id === stageId);
  const first = journey.slice(0, now).findLastIndex((stage) => stage.place !== 'counter') + 1;
  const end = journey.findIndex((stage, place) => place > now && stage.place !== 'counter');
  return now === -1 ? [] : journey.slice(first, end === -1 ? undefined : end);
}

const stateOf = (place: number, now: number, wasSkipped: boolean): JourneyStage['state'] => {
  if (place === now) return 'now';
  if (place > now) return 'toCome';
  return wasSkipped ? 'skipped' : 'done';
};

/** What the citizen has behind and before them at the counters of this visit; of a long one the part around now. */
export function visitJourney(journey: readonly Stage[], { stageId, steps }: Visit): VisitJourney {
  const all = ofVisit(journey, stageId);
  const now = all.findIndex((stage) => stage.id === stageId);
  const skipped = (id: string) => steps.findLast((step) => step.stageId === id)?.end === 'skipped';
  const stages = all.map(({ id }, place) => ({ id, state: stateOf(place, now, skipped(id)) }));
  const before = Math.max(0, Math.min(now - SHOWN / 2, all.length - SHOWN));
  const shown = stages.slice(before, before + SHOWN);
  return { stages: shown, before, after: all.length - before - shown.length };
}

/** The last return of this visit: from which stage, and why. */
export function lastReturn({ steps }: Pick<Visit, 'steps'>) {
  const back = steps.findLast((step) => step.end === 'sentBack');
  return back ? { stageId: back.stageId, reason: back.reason ?? '' } : undefined;
}
