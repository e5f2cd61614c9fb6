import { reasonText } from '../domain/reasons.ts';
import type { TokenView } from '../protocol/views/views.ts';
import { element, typedElement } from './element.ts';
import type { Writer } from './writer.ts';

type Stage = NonNullable<TokenView['application']>['timeline'][number];
type Look = 'now' | 'done' | 'skipped' | 'sentBack' | 'ended' | 'ahead';

const lookOf = ({ isNow, end }: Stage): Look => (isNow ? 'now' : (end ?? 'ahead'));

/** What became of a stage so far; nothing where it is still to come. */
function actual({ enteredAt, endedAt }: Stage, look: Look, { words, time }: Writer): string | null {
  const ended = endedAt === null ? '' : time(endedAt);
  const entered = enteredAt === null ? '' : words.since(time(enteredAt));
  return {
    now: [words.here, entered].filter(Boolean).join(words.list),
    done: words.stageDone(ended),
    skipped: words.stageSkipped,
    sentBack: words.stageSentBack(ended),
    ended: words.stageEnded(ended),
    ahead: null,
  }[look];
}

/** When it was to be over; nothing where it ended as planned, or will not be gone through. */
function planned({ plannedAt, endedAt }: Stage, look: Look, { words, plan }: Writer): string | null {
  if (look === 'skipped' || look === 'ended') return null;
  if (plannedAt === null) return look === 'ahead' ? words.stageAhead : null;
  const isAsPlanned = endedAt !== null && plan(endedAt) === plan(plannedAt);
  return isAsPlanned ? null : words.planned(plan(plannedAt));
}

function reasonElement({ reason }: Stage, look: Look, { language, words }: Writer): HTMLElement | null {
  if (reason === null) return null;
  const before = look === 'ended' ? words.reason : words.sentBackFor;
  return element('p', { class: 'reason' }, before, typedElement(reasonText(reason, language)));
}

const part = (name: string, text: string | null): HTMLElement | null =>
  text === null ? null : element('span', { class: name }, text);

function stageElement(stage: Stage, at: number, writer: Writer): HTMLElement {
  const look = lookOf(stage);
  const isLate = look === 'now' && stage.plannedAt !== null && at > stage.plannedAt;
  return element(
    'li',
    { 'data-look': look, 'data-late': String(isLate), ...(look === 'now' ? { 'aria-current': 'step' } : {}) },
    element('p', { class: 'stage' }, writer.stageName(stage.stageId)),
    element(
      'p',
      { class: 'times' },
      part('actual', actual(stage, look, writer)),
      part('planned', planned(stage, look, writer)),
    ),
    reasonElement(stage, look, writer),
  );
}

/** All stages of an application in their order, planned and actual. */
export const timelineElement = (timeline: readonly Stage[], at: number, writer: Writer): HTMLElement =>
  element('ol', { class: 'timeline' }, ...timeline.map((stage) => stageElement(stage, at, writer)));
