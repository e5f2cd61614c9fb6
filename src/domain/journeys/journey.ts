import type { Words } from '../words.ts';

/**
 * Where a stage is worked through: by taking the token, at a counter, in the back office, or by the citizen, who comes
 * back for what is ready.
 */
export const STAGE_PLACES = ['kiosk', 'counter', 'backOffice', 'citizen'] as const;
export type StagePlace = (typeof STAGE_PLACES)[number];

/** One stage of a service's journey. */
export interface Stage {
  readonly id: string;
  readonly place: StagePlace;
  /** The promised wait at a counter; elsewhere the working time until it is due. */
  readonly targetMs: number;
  /** How long a citizen usually keeps a counter with it; 0 elsewhere. */
  readonly serviceMs: number;
  /** Profiles of the counters that do it; empty for every counter that serves the service. */
  readonly profiles: readonly string[];
  readonly checks: readonly Words[];
  readonly isOptional: boolean;
}

/** The stage whose end makes an application with a tracking number. */
export const FILING = 'filing';

/** Most stages of a journey. */
export const MOST_STAGES = 13;

/** How a stage ended. */
export type StepEnd = 'done' | 'skipped' | 'sentBack' | 'ended';

/** A stage that was worked through, or begun: by whom, when, and why where somebody gave a reason. Times in epoch ms. */
export interface Step {
  readonly stageId: string;
  readonly enteredAt: number;
  readonly endedAt: number | null;
  readonly end: StepEnd | null;
  readonly actor: string | null;
  readonly reason: string | null;
}

type Journey = { readonly journey: readonly Stage[] };

/** The stage of that id, or undefined. */
export const findStage = ({ journey }: Journey, stageId: string): Stage | undefined =>
  journey.find((stage) => stage.id === stageId);

/** The stage after that one; undefined at the journey's end, and for an unknown stage. */
export function stageAfter({ journey }: Journey, stageId: string): Stage | undefined {
  const place = journey.findIndex((stage) => stage.id === stageId);
  return place === -1 ? undefined : journey[place + 1];
}

/** Where a citizen who comes anew begins. @throws when the journey has no counter, which no centre file passes with. */
export function firstCounterStage({ journey }: Journey): Stage {
  const first = journey.find((stage) => stage.place === 'counter');
  if (!first) throw new Error('A journey without a counter cannot be begun.');
  return first;
}

/** The counter stages of the first visit: up to where the back office or a later day takes over. */
export function firstVisitStages<S extends Pick<Stage, 'place'>>(journey: readonly S[]): readonly S[] {
  const away = journey.findIndex(({ place }) => place === 'backOffice' || place === 'citizen');
  const visit = away === -1 ? journey : journey.slice(0, away);
  return visit.filter(({ place }) => place === 'counter');
}

/** Stages that are over when a citizen stands at `stageId` for the first time. */
export function stagesBefore({ journey }: Journey, stageId: string): readonly Stage[] {
  const place = journey.findIndex((stage) => stage.id === stageId);
  return journey.slice(0, Math.max(0, place));
}

/** Opens a step: the stage is entered. */
export const enter = (stageId: string, enteredAt: number): Step => ({
  stageId,
  enteredAt,
  endedAt: null,
  end: null,
  actor: null,
  reason: null,
});

/** Closes the last step of a list, which must be open; a list whose last step is closed stays as it is. */
export function endStep(
  steps: readonly Step[],
  ending: { readonly at: number; readonly end: StepEnd; readonly actor: string; readonly reason: string | null },
): readonly Step[] {
  const last = steps.at(-1);
  if (!last || last.endedAt !== null) return steps;
  const { at, end, actor, reason } = ending;
  return [...steps.slice(0, -1), { ...last, endedAt: at, end, actor, reason }];
}

/** The line in which a stage of a service waits: what counters list and call from. */
export const queueIdOf = (serviceId: string, stageId: string): string => `${serviceId}/${stageId}`;
