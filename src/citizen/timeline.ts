import type { TokenView } from '../protocol/views.ts';
import { element, typedElement } from './element.ts';
import type { Writer } from './writer.ts';

type Stage = NonNullable<TokenView['application']>['timeline'][number];
type Look = 'now' | 'done' | 'skipped' | 'sentBack' | 'ended' | 'ahead';

const lookOf = ({ isNow, end }: Stage): Look => (isNow ? 'now' : (end ?? 'ahead'));

/** What became of a stage so far. */
function actual({ enteredAt, endedAt }: Stage, look: Look, { words, time }: Writer): string {
  switch (look) {
    case 'now':
      return enteredAt === null ? words.here : `${words.here}${words.list}${words.since(time(enteredAt))}`;
    case 'done':
      return words.stageDone(time(endedAt ?? 0));
    case 'skipped':
      return words.stageSkipped;
    case 'sentBack':
      return words.stageSentBack(time(endedAt ?? 0));
    case 'ended':
      return words.stageEnded(time(endedAt ?? 0));
    case 'ahead':
      return words.stageAhead;
  }
}

/** When it was to be over; nothing where it ended just then, or will not be gone through. */
function planned({ plannedAt, endedAt }: Stage, look: Look, { words, plan }: Writer): string | null {
  if (plannedAt === null || look === 'skipped' || look === 'ended') return null;
  const isAsPlanned = endedAt !== null && Math.abs(endedAt - plannedAt) < 60_000;
  return isAsPlanned ? null : words.planned(plan(plannedAt));
}

function stageElement(stage: Stage, at: number, writer: Writer): HTMLElement {
  const look = lookOf(stage);
  const plan = planned(stage, look, writer);
  const isLate = look === 'now' && stage.plannedAt !== null && at > stage.plannedAt;
  return element(
    'li',
    { 'data-look': look, 'data-late': String(isLate), ...(look === 'now' ? { 'aria-current': 'step' } : {}) },
    element('span', { class: 'stage' }, writer.stageName(stage.stageId)),
    element('span', { class: 'actual' }, actual(stage, look, writer)),
    plan === null ? null : element('span', { class: 'planned' }, plan),
    stage.reason === null
      ? null
      : element('span', { class: 'reason' }, writer.words.reason(''), typedElement(stage.reason)),
  );
}

/** All stages of an application in their order, planned and actual. */
export const timelineElement = (timeline: readonly Stage[], at: number, writer: Writer): HTMLElement =>
  element('ol', { class: 'timeline' }, ...timeline.map((stage) => stageElement(stage, at, writer)));
