import type { LucideIcon } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { type KioskText, useKioskText } from '../kiosk-words.tsx';
import styles from './ways.module.css';

type Key = Parameters<KioskText>[0];

interface WayButtonProps {
  readonly icon: LucideIcon;
  readonly name: Key;
  readonly note: Key;
  readonly onPress: () => void;
}

/** One of a few large ways, with what it takes to go it. */
export function WayButton({ icon: Icon, name, note, onPress }: WayButtonProps) {
  const { other, text, otherText } = useKioskText();
  return (
    <Button className={styles.way ?? ''} onPress={onPress}>
      <span className={styles.icon}>
        <Icon aria-hidden="true" width="1em" height="1em" strokeWidth={1.75} />
      </span>
      <span className={styles.names}>
        <span className={styles.name}>{text(name)}</span>
        <span className={styles.otherName} lang={other}>
          {otherText(name)}
        </span>
        <span className={styles.note}>{text(note)}</span>
      </span>
    </Button>
  );
}
