import { Clock, Hourglass, TriangleAlert } from 'lucide-react';
import { useManagerText } from '../manager-words.tsx';
import styles from './standing.module.css';

const ICONS = { onTime: Clock, atRisk: Hourglass, overdue: TriangleAlert } as const;

/** How an application stands against its due time, in a word. */
export function Standing({ standing }: { readonly standing: keyof typeof ICONS }) {
  const { text } = useManagerText();
  const Icon = ICONS[standing];
  return (
    <span className={styles.standing} data-standing={standing}>
      <Icon aria-hidden="true" width="1em" height="1em" /> {text(standing)}
    </span>
  );
}
