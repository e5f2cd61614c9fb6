import { ScanLine } from 'lucide-react';
import styles from './away.module.css';
import { useKioskText } from './kiosk-words.tsx';

/** What was scanned is being looked for. */
export function MomentPage() {
  const { text } = useKioskText();
  return (
    <div className={styles.page} role="status">
      <span className={styles.icon}>
        <ScanLine aria-hidden="true" width="1em" height="1em" />
      </span>
      <h1>{text('taking')}</h1>
    </div>
  );
}
