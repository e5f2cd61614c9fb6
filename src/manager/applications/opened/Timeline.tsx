import { Check, Circle, CircleDot, CornerUpLeft, Redo2, X } from 'lucide-react';
import { reasonText } from '../../../domain/reasons.ts';
import type { TimelineStage } from '../../../protocol/answers/answers.ts';
import { type ManagerText, useManagerText } from '../../manager-words.tsx';
import { useCentre } from '../../use-centre.ts';
import styles from './timeline.module.css';
import type { ApplicationAnswer } from './use-opened.ts';

const ICONS = { now: CircleDot, done: Check, skipped: Redo2, sentBack: CornerUpLeft, ended: X, later: Circle } as const;

function stepOf({ isNow, end }: TimelineStage): keyof typeof ICONS {
  return isNow ? 'now' : (end ?? 'later');
}

const ACTORS: Readonly<Record<string, Parameters<ManagerText>[0]>> = {
  citizen: 'actor.citizen',
  operator: 'actor.operator',
  hub: 'actor.hub',
};

function Actor({ name }: { readonly name: string | null }) {
  const { text } = useManagerText();
  const key = ACTORS[name ?? ''];
  return <bdi>{key === undefined ? name : text(key)}</bdi>;
}

/** What happened at a stage, in a word with its time. */
function Happened({ stage, isOverdue }: { readonly stage: TimelineStage; readonly isOverdue: boolean }) {
  const { text } = useManagerText();
  const { shortWhen } = useCentre();
  const { endedAt, enteredAt, plannedAt, isNow } = stage;
  const isLate = !isNow && endedAt !== null && plannedAt !== null && endedAt > plannedAt;
  const sinceText = isNow && enteredAt !== null ? text('timelineSince', { time: shortWhen(enteredAt) }) : '';
  return (
    <>
      <strong>{text(`step.${stepOf(stage)}`)}</strong> {isNow || endedAt === null ? sinceText : shortWhen(endedAt)}
      {isLate ? <em>{text('stepLate')}</em> : null}
      {isOverdue ? <em data-overdue>{text('stepOverdue')}</em> : null}
    </>
  );
}

function StageRow({ stage, isOverdue }: { readonly stage: TimelineStage; readonly isOverdue: boolean }) {
  const { language, text } = useManagerText();
  const { stageName, shortWhen } = useCentre();
  const Icon = ICONS[stepOf(stage)];
  return (
    <tr data-step={stepOf(stage)}>
      <th scope="row">
        <Icon aria-hidden="true" width="16px" height="16px" />
        {stageName(stage.stageId)}
        {stage.reason === null ? null : (
          <small>
            {text('stepReason', { reason: '' })}
            <bdi>{reasonText(stage.reason, language)}</bdi>
          </small>
        )}
      </th>
      <td>{stage.plannedAt === null ? '' : shortWhen(stage.plannedAt)}</td>
      <td>
        <Happened stage={stage} isOverdue={isOverdue} />
      </td>
      <td>
        <Actor name={stage.actor} />
      </td>
    </tr>
  );
}

/** Every stage of the journey, planned and actual. */
export function Timeline({ application }: { readonly application: ApplicationAnswer }) {
  const { text } = useManagerText();
  const { timeline, standing } = application;
  return (
    <div className={styles.scroll} tabIndex={0}>
      <table className={styles.timeline}>
        <thead>
          <tr>
            <th scope="col">{text('timelineStage')}</th>
            <th scope="col">{text('timelinePlanned')}</th>
            <th scope="col">{text('timelineActual')}</th>
            <th scope="col">{text('timelineActor')}</th>
          </tr>
        </thead>
        <tbody>
          {timeline.map((stage) => (
            <StageRow key={stage.stageId} stage={stage} isOverdue={stage.isNow && standing === 'overdue'} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
