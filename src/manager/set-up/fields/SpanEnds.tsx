import { useManagerText } from '../../manager-words.tsx';
import { useReadOnly } from '../read-only.ts';
import styles from './fields.module.css';
import { tidyTime } from './tidy-time.ts';

interface SpanEndsProps {
  /** `08:00-16:00`. */
  readonly value: string;
  readonly set: (value: string) => void;
  readonly day: string;
  readonly isWrong: boolean;
}

/** Both ends of a span of opening hours. */
export function SpanEnds({ value, set, day, isWrong }: SpanEndsProps) {
  const { text } = useManagerText();
  const isReadOnly = useReadOnly();
  const [from = '', to = ''] = value.split('-');
  const end = (name: 'opensAt' | 'closesAt', shown: string, put: (next: string) => string) => (
    <input
      className={styles.input}
      data-size="clock"
      data-code
      dir="ltr"
      aria-label={text(name, { day })}
      aria-invalid={isWrong || undefined}
      autoComplete="off"
      maxLength={5}
      readOnly={isReadOnly}
      value={shown}
      onChange={(event) => set(put(event.target.value.replaceAll('-', '')))}
      onBlur={() => set(put(tidyTime(shown)))}
    />
  );
  return (
    <>
      {end('opensAt', from, (next) => `${next}-${to}`)}
      <span>{text('until')}</span>
      {end('closesAt', to, (next) => `${from}-${next}`)}
    </>
  );
}
