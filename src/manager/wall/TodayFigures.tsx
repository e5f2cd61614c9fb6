import type { WallView } from '../../protocol/wall/wall-view.ts';
import { digits } from '../../renderer/text.ts';
import { useManagerText } from '../manager-words.tsx';
import styles from './rail.module.css';

const FIGURES = ['issued', 'served', 'noShows'] as const;

/** What the day has seen so far. */
export function TodayFigures({ today }: { readonly today: WallView['today'] }) {
  const { language, text } = useManagerText();
  return (
    <section className={styles.card} aria-label={text('todayTitle')}>
      <dl className={styles.figures}>
        {FIGURES.map((name) => (
          <div key={name}>
            <dt>{text(name)}</dt>
            <dd>{digits(today[name], language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
