import type { ReactNode } from 'react';
import styles from './defined.module.css';

export interface DefinedFigure {
  readonly key: string;
  readonly name: ReactNode;
  readonly means: string;
  /** Left out where a table beside says what it came to. */
  readonly value?: ReactNode;
}

interface DefinedProps {
  readonly figures: readonly DefinedFigure[];
  /** How they look where they are not a plain list. */
  readonly className?: string | undefined;
}

/** Figures, each with the sentence that says what it counts. */
export const Defined = ({ figures, className = styles.list }: DefinedProps) => (
  <dl className={className} data-count={figures.length}>
    {figures.map(({ key, name, means, value }) => (
      <div key={key}>
        <dt>{name}</dt>
        {value === undefined ? null : <dd data-part="value">{value}</dd>}
        <dd data-part="means">{means}</dd>
      </div>
    ))}
  </dl>
);
