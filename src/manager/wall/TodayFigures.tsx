import type { WallView } from '../../protocol/wall/wall-view.ts';
import { digits } from '../../renderer/text.ts';
import { useManagerText } from '../manager-words.tsx';
import { Defined } from '../reports/Defined.tsx';
import styles from './rail.module.css';

const FIGURES = ['issued', 'served', 'noShows'] as const;

/** What the day has seen so far, and what is counted. */
export function TodayFigures({ today }: { readonly today: WallView['today'] }) {
  const { language, text } = useManagerText();
  const figures = FIGURES.map((name) => ({
    key: name,
    name: text(name),
    value: digits(today[name], language),
    means: text(`${name}Means`),
  }));
  return (
    <section className={styles.card} aria-label={text('todayTitle')}>
      <Defined figures={figures} className={styles.figures} />
    </section>
  );
}
