import type { ReactNode } from 'react';
import styles from './set-up.module.css';

interface CardProps {
  readonly title?: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** Fields that belong together. */
export const Card = ({ title, hint, children }: CardProps) => (
  <section className={styles.card}>
    {title === undefined ? null : <h4>{title}</h4>}
    {hint === undefined ? null : <p className={styles.more}>{hint}</p>}
    {children}
  </section>
);
