import { cellsOf } from './number-cells.ts';
import type { NumberShape } from './number-page.ts';
import styles from './number.module.css';

interface NumberDisplayProps {
  readonly typed: string;
  readonly shape: NumberShape;
  readonly label: string;
}

/** The number so far, place by place. */
export function NumberDisplay({ typed, shape, label }: NumberDisplayProps) {
  const cells = cellsOf(typed, shape);
  const isLong = cells.length > 13;
  return (
    <output className={`${styles.display} ${isLong ? styles.long : ''}`} dir="ltr" aria-label={label}>
      {cells.map(({ kind, text }, place) => (
        // A place of the display is what it is by where it stands.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={place} className={styles[kind]}>
          {text}
        </span>
      ))}
      {shape.places === undefined && typed.length < shape.most ? <span className={styles.caret} /> : null}
    </output>
  );
}
