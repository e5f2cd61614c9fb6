import { ArrowRight, Check, Circle, CornerDownLeft, SkipForward } from 'lucide-react';
import { reasonText } from '../../domain/reasons.ts';
import type { CounterView } from '../../protocol/views/views.ts';
import { digits } from '../../renderer/text.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { useOperatorText } from '../operator-words.tsx';
import { serviceText, stageText } from '../where-text.ts';
import styles from './journey.module.css';
import { type JourneyStage, lastReturn, visitJourney } from './visit-journey.ts';

type Current = NonNullable<CounterView['current']>;

const SIGNS = { done: Check, skipped: SkipForward, now: ArrowRight, toCome: Circle } as const;
const STATE_WORDS = { done: 'stageDone', skipped: 'stageSkipped', now: 'stageNow', toCome: 'stageToCome' } as const;

function Stage({ stage: { id, state } }: { readonly stage: JourneyStage }) {
  const { language, text } = useOperatorText();
  const centre = useHub().views.centre;
  const Sign = SIGNS[state];
  return (
    <li data-state={state} {...(state === 'now' ? { 'aria-current': 'step' } : {})}>
      <span className={styles.sign}>
        <Sign aria-hidden="true" width={12} height={12} strokeWidth={3} />
        <span className="visually-hidden">{text(STATE_WORDS[state])}</span>
      </span>
      <span className={styles.name}>{stageText(centre, id, language)}</span>
    </li>
  );
}

function More({ count }: { readonly count: number }) {
  const { language } = useOperatorText();
  return count === 0 ? null : <li className={styles.more}>+{digits(count, language)}</li>;
}

/** Why the token was sent back, and what its citizen still wants after this service. */
function Remarks({ current }: { readonly current: Current }) {
  const { language, text } = useOperatorText();
  const centre = useHub().views.centre;
  const back = lastReturn(current);
  const services = current.nextServices.map((id) => serviceText(centre, id, language));
  return (
    <p className={styles.remarks}>
      {back ? (
        <span className={styles.back}>
          <CornerDownLeft aria-hidden="true" width={14} height={14} />
          {text('sentBack', {
            stage: stageText(centre, back.stageId, language),
            reason: reasonText(back.reason, language),
          })}
        </span>
      ) : null}
      {services.length > 0 ? <span>{text('thenServices', { services: services.join(text('comma')) })}</span> : null}
    </p>
  );
}

/** The counter stages of this visit: done, now, to come. */
export function JourneyRow({ current }: { readonly current: Current }) {
  const { text } = useOperatorText();
  const service = useHub().views.centre?.services.find((one) => one.id === current.serviceId);
  const { stages, before, after } = visitJourney(service?.journey ?? [], current);
  return (
    <>
      <ol className={styles.row} aria-label={text('journey')}>
        <More count={before} />
        {stages.map((stage) => (
          <Stage key={stage.id} stage={stage} />
        ))}
        <More count={after} />
      </ol>
      <Remarks current={current} />
    </>
  );
}
