import { inUrduDigits } from '../../domain/urdu-digits.ts';
import type { CounterView } from '../../protocol/views.ts';
import { clockText, minutesOf, runningText } from '../../renderer/clock-text.ts';
import { Num } from '../../renderer/Num.tsx';
import { said } from '../../renderer/text.ts';
import { useHub, useHubTime } from '../../renderer/use-hub.ts';
import { ClassChips } from './ClassChips.tsx';
import styles from './current.module.css';
import { useOperatorText } from '../operator-words.tsx';

function NoToken({ view }: { readonly view: CounterView }) {
  const { text } = useOperatorText();
  const words = {
    closed: { title: text('closedTitle'), more: text('closedMore') },
    onBreak: { title: text('breakTitle'), more: text('breakMore') },
    open: {
      title: text('freeTitle'),
      more: text(view.waiting > 0 ? 'freeMore' : 'nobodyMore', { count: view.waiting }),
    },
  }[view.status];
  return (
    <section className={styles.card}>
      <div className={styles.empty}>
        <h2>{words.title}</h2>
        <p>{words.more}</p>
      </div>
    </section>
  );
}

type Current = NonNullable<CounterView['current']>;

/** How long it has been served, or how long ago it was called. */
function RunningTime({ current, serviceMs }: { readonly current: Current; readonly serviceMs: number }) {
  const { language, text } = useOperatorText();
  const { at } = useHubTime();
  const isServing = current.state === 'serving';
  const since = (isServing ? current.startedAt : current.calledAt) ?? at;
  return (
    <div className={styles.time}>
      <Num>{language === 'ur' ? inUrduDigits(runningText(at - since)) : runningText(at - since)}</Num>
      <p>{isServing ? text('usual', { count: minutesOf(serviceMs) }) : text('calledSince')}</p>
    </div>
  );
}

/** The token in this counter's hands, large, with its running time; always in the same place. */
export function CurrentToken({ view }: { readonly view: CounterView }) {
  const { language, text } = useOperatorText();
  const centre = useHub().views.centre;
  const { current } = view;
  if (!current || !centre) return <NoToken view={view} />;
  const service = centre.services.find((one) => one.id === current.serviceId);
  return (
    <section className={styles.card} data-state={current.state}>
      <Num className={styles.label ?? ''}>{current.label}</Num>
      <div className={styles.about}>
        <h2>{said(service?.name, language)}</h2>
        <p>
          {text('cameAt', { time: clockText(current.issuedAt, centre.timeZone, language) })} –{' '}
          {text('waited', { count: minutesOf(current.waitedMs ?? 0) })}
        </p>
        <p className={styles.chips}>
          <ClassChips classes={current.classes} />
          {current.recallCount > 0 ? <span>{text('recalled', { count: current.recallCount })}</span> : null}
        </p>
      </div>
      <RunningTime current={current} serviceMs={service?.serviceMs ?? 0} />
    </section>
  );
}
