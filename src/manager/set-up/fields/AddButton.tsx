import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { useReadOnly } from '../read-only.ts';
import styles from './row-buttons.module.css';

interface AddButtonProps {
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** Adds to what can be changed. */
export function AddButton({ isDisabled = false, onPress, children }: AddButtonProps) {
  if (useReadOnly()) return null;
  return (
    <Button className={styles.add ?? ''} isDisabled={isDisabled} onPress={onPress}>
      {children}
    </Button>
  );
}
