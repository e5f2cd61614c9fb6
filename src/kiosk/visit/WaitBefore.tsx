import { Clock } from 'lucide-react';
import { waitText } from '../../domain/wait-words.ts';
import type { ShownRange } from '../../domain/wait-words.ts';
import { useKioskText } from '../kiosk-words.tsx';
import { waitingNote } from '../tiles/service-note.ts';
import styles from './service.module.css';

interface WaitBeforeProps {
  readonly wait: ShownRange;
  readonly waiting: number | null;
  readonly counters: number | null;
}

/** The wait that somebody can decide by, before a token is taken. */
export function WaitBefore({ wait, waiting, counters }: WaitBeforeProps) {
  const { language, text } = useKioskText();
  return (
    <p className={styles.waiting}>
      <Clock aria-hidden="true" width="1.1em" height="1.1em" />
      <span>{text('expectedWait')}</span>
      <strong>{waitText(wait, language)}</strong>
      <span className={styles.ahead}>
        {waitingNote(text, waiting)}
        {counters === 0 ? ` · ${text('noCounter')}` : ''}
      </span>
    </p>
  );
}
