import { TriangleAlert } from 'lucide-react';
import type { WallView } from '../../protocol/wall/wall-view.ts';
import { useManagerText } from '../manager-words.tsx';
import { useCentre } from '../use-centre.ts';
import styles from './wall.module.css';

interface ClosingProps {
  readonly closing: WallView['halls'][number]['closing'];
  readonly closesAt: number | null;
}

/** What becomes of those who wait until the doors close. */
export function Closing({ closing, closesAt }: ClosingProps) {
  const { text } = useManagerText();
  const { when } = useCentre();
  if (closesAt === null) return null;
  if (!closing) return <small>{text('closingUnknown')}</small>;
  const { waiting, served, lastAt } = closing;
  if (waiting === 0) return null;
  const time = when(closesAt);
  const last = lastAt === null ? text('closingNever') : text('closingLast', { last: when(lastAt) });
  if (served >= waiting && lastAt !== null) {
    return <small>{text('closingAll', { time, count: waiting, last: when(lastAt) })}</small>;
  }
  return (
    <small className={styles.late}>
      <TriangleAlert aria-hidden="true" width="1.1em" height="1.1em" />
      {text('closingSome', { time, served, count: waiting })} · {last}
    </small>
  );
}
