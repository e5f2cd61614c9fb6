import { writeTrackingNumber } from '../../domain/journeys/tracking-number.ts';
import type { CounterView } from '../../protocol/views.ts';
import { Num } from '../../renderer/Num.tsx';
import { said } from '../../renderer/text.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { useOperatorText } from '../operator-words.tsx';
import { countersText, serviceText, stageText } from '../where-text.ts';
import styles from './free.module.css';

type Undo = NonNullable<CounterView['undo']>;

/** Where the citizen of the token that left a moment ago was sent; the hall is said where it is another one. */
function Sent({ goTo, counterId }: { readonly goTo: NonNullable<Undo['goTo']>; readonly counterId: number }) {
  const { language, text } = useOperatorText();
  const centre = useHub().views.centre;
  const hallOf = (id: number | undefined) => centre?.counters.find((counter) => counter.id === id)?.hallId;
  const hallId = hallOf(goTo.counters[0]);
  const hall = hallId === hallOf(counterId) ? undefined : centre?.halls.find((one) => one.id === hallId);
  return (
    <>
      <p className={styles.where}>
        {countersText(goTo.counters, language, text)}
        {hall ? <small> · {said(hall.name, language)}</small> : null}
      </p>
      <p>
        {stageText(centre, goTo.stageId, language)} · {serviceText(centre, goTo.serviceId, language)}
      </p>
    </>
  );
}

/** What to read out to the citizen who leaves. */
function ReadOut({ undo, counterId }: { readonly undo: Undo; readonly counterId: number }) {
  const { text } = useOperatorText();
  const { label, goTo, trackingNumber } = undo;
  return (
    <div className={styles.readOut} role="status">
      <p className={styles.who}>
        <Num>{label}</Num> {text(goTo ? 'goesTo' : 'noFurther')}
      </p>
      {goTo ? <Sent goTo={goTo} counterId={counterId} /> : null}
      {trackingNumber === null ? null : (
        <p>
          {text('trackingNumber')} <span className={styles.number}>{writeTrackingNumber(trackingNumber)}</span>
        </p>
      )}
    </div>
  );
}

/** The card of a counter without a token; for a moment it still tells where the last citizen was sent. */
export function FreeCard({ view, canUndo }: { readonly view: CounterView; readonly canUndo: boolean }) {
  const { text } = useOperatorText();
  const words = {
    closed: { title: text('closedTitle'), more: text('closedMore') },
    onBreak: { title: text('breakTitle'), more: text('breakMore') },
    open: {
      title: text('freeTitle'),
      more: text(view.waiting > 0 ? 'freeMore' : 'nobodyMore', { count: view.waiting }),
    },
  }[view.status];
  const { undo } = view;
  const isTelling = canUndo && undo !== null && (undo.goTo !== null || undo.trackingNumber !== null);
  return (
    <section className={styles.card}>
      <div className={styles.state}>
        <h2>{words.title}</h2>
        <p>{words.more}</p>
      </div>
      {isTelling ? <ReadOut undo={undo} counterId={view.counterId} /> : null}
    </section>
  );
}
