import { CalendarClock } from 'lucide-react';
import { clockText } from '../../renderer/clock-text.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { useOperatorText } from '../operator-words.tsx';
import styles from './chips.module.css';

/** The slot of an appointment. */
export function SlotChip({ slotAt, isNamed = false }: { readonly slotAt: number; readonly isNamed?: boolean }) {
  const { language, text } = useOperatorText();
  const time = clockText(slotAt, useHub().views.centre?.timeZone ?? 'UTC', language);
  return (
    <span className={styles.slot} title={text('appointmentAt', { time })}>
      <CalendarClock aria-hidden="true" width={14} height={14} />
      {isNamed ? text('appointmentAt', { time }) : time}
    </span>
  );
}
