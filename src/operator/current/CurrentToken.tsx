import { writeTrackingNumber } from '../../domain/journeys/tracking-number.ts';
import { inUrduDigits } from '../../domain/urdu-digits.ts';
import type { CounterView } from '../../protocol/views/views.ts';
import { clockText, minutesOf, runningText } from '../../renderer/clock-text.ts';
import { Num } from '../../renderer/Num.tsx';
import { useHub, useHubTime } from '../../renderer/use-hub.ts';
import { useOperatorText } from '../operator-words.tsx';
import { serviceText, stageText } from '../where-text.ts';
import { ClassChips } from './ClassChips.tsx';
import styles from './current.module.css';
import { FreeCard } from './FreeCard.tsx';
import { JourneyRow } from './JourneyRow.tsx';
import { SlotChip } from './SlotChip.tsx';

type Current = NonNullable<CounterView['current']>;

/** The usual time is known for the stage that a service begins with. */
function useUsualMs({ serviceId, stageId }: Current): number | undefined {
  const service = useHub().views.centre?.services.find((one) => one.id === serviceId);
  const isFirst = service?.journey.find((stage) => stage.place === 'counter')?.id === stageId;
  return isFirst ? service?.serviceMs : undefined;
}

/** How long it has been served, or how long ago it was called. */
function RunningTime({ current }: { readonly current: Current }) {
  const { language, text } = useOperatorText();
  const { at } = useHubTime();
  const usualMs = useUsualMs(current);
  const isServing = current.state === 'serving';
  const servedText = usualMs === undefined ? text('servedSince') : text('usual', { count: minutesOf(usualMs) });
  const since = (isServing ? current.startedAt : current.calledAt) ?? at;
  return (
    <div className={styles.time}>
      <Num>{language === 'ur' ? inUrduDigits(runningText(at - since)) : runningText(at - since)}</Num>
      <p>{isServing ? servedText : text('calledSince')}</p>
    </div>
  );
}

function Chips({ current }: { readonly current: Current }) {
  const { text } = useOperatorText();
  const { slotAt, classes, recallCount, trackingNumber } = current;
  return (
    <p className={styles.chips}>
      {slotAt === null ? null : <SlotChip slotAt={slotAt} isNamed />}
      {slotAt !== null && classes.length === 0 ? null : <ClassChips classes={classes} />}
      {trackingNumber === null ? null : (
        <span className={styles.tracking}>
          {text('trackingShort')} <span className={styles.number}>{writeTrackingNumber(trackingNumber)}</span>
        </span>
      )}
      {recallCount > 0 ? <span>{text('recalled', { count: recallCount })}</span> : null}
    </p>
  );
}

/** The token in this counter's hands, large, with its journey and its running time; always in the same place. */
export function CurrentToken({ view, hasJustLeft }: { readonly view: CounterView; readonly hasJustLeft: boolean }) {
  const { language, text } = useOperatorText();
  const centre = useHub().views.centre;
  const { current } = view;
  if (!current || !centre) return <FreeCard view={view} hasJustLeft={hasJustLeft} />;
  return (
    <section className={styles.card} data-state={current.state}>
      <div className={styles.top}>
        <Num className={styles.label ?? ''}>{current.label}</Num>
        <div className={styles.about}>
          <h2>{stageText(centre, current.stageId, language)}</h2>
          <p className={styles.service}>{serviceText(centre, current.serviceId, language)}</p>
          <p>
            {text('cameAt', { time: clockText(current.issuedAt, centre.timeZone, language) })} –{' '}
            {text('waited', { count: minutesOf(current.waitedMs ?? 0) })}
          </p>
        </div>
        <RunningTime current={current} />
      </div>
      <Chips current={current} />
      <JourneyRow current={current} />
    </section>
  );
}
