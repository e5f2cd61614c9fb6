import styles from './one-of.module.css';

interface OneOfProps<Option extends string | number> {
  /** What is chosen here, for who does not see it. */
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: Option;
  readonly said: (option: Option) => string;
  readonly choose: (option: Option) => void;
}

/** A choice of one among a few, side by side. */
export function OneOf<Option extends string | number>({ label, options, chosen, said, choose }: OneOfProps<Option>) {
  return (
    <div className={styles.oneOf} role="group" aria-label={label}>
      {options.map((one) => (
        <button key={one} type="button" aria-pressed={one === chosen} onClick={() => choose(one)}>
          {said(one)}
        </button>
      ))}
    </div>
  );
}
