import styles from './review.module.css';

interface FactProps {
  readonly of: string;
  readonly name: string;
  readonly how: string;
  readonly isGone: boolean;
}

/** One thing and what became of it. */
export function Fact({ of, name, how, isGone }: FactProps) {
  return (
    <li className={styles.change}>
      <p className={styles.place}>
        <span>{of}</span>
        <span>
          <bdi>{name}</bdi>
        </span>
        <em data-kind={isGone ? 'removed' : 'added'}>{how}</em>
      </p>
    </li>
  );
}
