import { writeTrackingNumber } from '../../domain/journeys/tracking-number.ts';
import type { CounterView } from '../../protocol/views/views.ts';
import { Num } from '../../renderer/Num.tsx';
import { said } from '../../renderer/text.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { useOperatorText } from '../operator-words.tsx';
import { countersText, serviceText, stageText } from '../where-text.ts';
import styles from './just-left.module.css';

type Left = NonNullable<CounterView['left']>;

/** Whether there is something to read out to the citizen who leaves. */
export const isWorthTelling = ({ how, goTo, trackingNumber }: Left): boolean =>
  how === 'finished' && (goTo !== null || trackingNumber !== null);

/** Where the citizen of the token that left a moment ago was sent; the hall is said where it is another one. */
function Sent({ goTo, counterId }: { readonly goTo: NonNullable<Left['goTo']>; readonly counterId: number }) {
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
      <p className={styles.stage}>
        {stageText(centre, goTo.stageId, language)} · {serviceText(centre, goTo.serviceId, language)}
      </p>
    </>
  );
}

interface LeftProps {
  readonly left: Left;
  readonly counterId: number;
  /** A line beside the next token, instead of a card of its own. */
  readonly isLine: boolean;
}

/** What to read out to the citizen who leaves. */
export function JustLeft({ left, counterId, isLine }: LeftProps) {
  const { text } = useOperatorText();
  const { label, goTo, trackingNumber } = left;
  return (
    <div className={isLine ? styles.line : styles.readOut} role="status">
      <p className={styles.who}>
        <Num>{label}</Num> {text(goTo ? 'goesTo' : 'noFurther')}
      </p>
      {goTo ? <Sent goTo={goTo} counterId={counterId} /> : null}
      {trackingNumber === null ? null : (
        <p className={styles.tracking}>
          {text('trackingNumber')} <span className={styles.number}>{writeTrackingNumber(trackingNumber)}</span>
        </p>
      )}
    </div>
  );
}
