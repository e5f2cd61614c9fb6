import type { ReactNode } from 'react';
import styles from './panel.module.css';

interface PanelProps {
  readonly title: string;
  readonly more?: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** One card: a heading that stays, and under it what scrolls when it is long. */
export function Panel({ title, more, className = '', children }: PanelProps) {
  return (
    <section className={`${styles.panel} ${className}`} aria-label={title}>
      <h2>
        {title} {more === undefined ? null : <small>{more}</small>}
      </h2>
      {/* What scrolls can be scrolled by keyboard, also where nothing in it takes the focus. */}
      <div className={styles.scroll} tabIndex={0}>
        {children}
      </div>
    </section>
  );
}

export const Empty = ({ children }: { readonly children: ReactNode }) => <p className={styles.empty}>{children}</p>;
