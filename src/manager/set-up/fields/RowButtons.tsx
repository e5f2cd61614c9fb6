import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { useManagerText } from '../../manager-words.tsx';
import { useReadOnly } from '../read-only.ts';
import styles from './row-buttons.module.css';

interface IconButtonProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

/** A small button that is a picture, with its name for who does not see it; it changes something. */
export function IconButton({ label, onPress, isDisabled = false, children }: IconButtonProps) {
  if (useReadOnly()) return null;
  return (
    <Button className={styles.icon ?? ''} aria-label={label} isDisabled={isDisabled} onPress={onPress}>
      {children}
    </Button>
  );
}

interface RowButtonsProps {
  /** What the row is about, for the names of its buttons. */
  readonly name: string;
  readonly place: number;
  readonly count: number;
  readonly move?: (by: -1 | 1) => void;
  readonly remove: () => void;
}

/** Moves a row up and down, or removes it. */
export function RowButtons({ name, place, count, move, remove }: RowButtonsProps) {
  const { text } = useManagerText();
  if (useReadOnly()) return null;
  return (
    <span className={styles.buttons}>
      {move === undefined ? null : (
        <>
          <IconButton label={text('moveUp', { name })} isDisabled={place === 0} onPress={() => move(-1)}>
            <ArrowUp aria-hidden="true" width="1em" height="1em" />
          </IconButton>
          <IconButton label={text('moveDown', { name })} isDisabled={place === count - 1} onPress={() => move(1)}>
            <ArrowDown aria-hidden="true" width="1em" height="1em" />
          </IconButton>
        </>
      )}
      <IconButton label={text('removeOne', { name })} onPress={remove}>
        <Trash2 aria-hidden="true" width="1em" height="1em" />
      </IconButton>
    </span>
  );
}
