import type { CounterView } from '../../protocol/views/views.ts';
import { useOperatorText } from '../operator-words.tsx';
import styles from './free.module.css';
import { isWorthTelling, JustLeft } from './JustLeft.tsx';

/** The card of a counter without a token; for a moment it still tells where the last citizen was sent. */
export function FreeCard({ view, hasJustLeft }: { readonly view: CounterView; readonly hasJustLeft: boolean }) {
  const { text } = useOperatorText();
  const words = {
    closed: { title: text('closedTitle'), more: text('closedMore') },
    onBreak: { title: text('breakTitle'), more: text('breakMore') },
    open: {
      title: text('freeTitle'),
      more: text(view.waiting > 0 ? 'freeMore' : 'nobodyMore', { count: view.waiting }),
    },
  }[view.status];
  const { left, counterId } = view;
  return (
    <section className={styles.card}>
      <div className={styles.state}>
        <h2>{words.title}</h2>
        <p>{words.more}</p>
      </div>
      {hasJustLeft && left && isWorthTelling(left) ? (
        <JustLeft left={left} counterId={counterId} isLine={false} />
      ) : null}
    </section>
  );
}
