import styles from './integrations.module.css';

interface ChoicesProps<Choice extends string> {
  readonly title: string;
  readonly all: readonly Choice[];
  readonly chosen: readonly Choice[];
  readonly nameOf: (choice: Choice) => string;
  readonly change: (chosen: readonly Choice[]) => void;
}

/** Several of a list, each with a box to tick. */
export function Choices<Choice extends string>({ title, all, chosen, nameOf, change }: ChoicesProps<Choice>) {
  const toggle = (choice: Choice) =>
    change(all.filter((one) => (one === choice ? !chosen.includes(one) : chosen.includes(one))));
  return (
    <fieldset className={styles.choices}>
      <legend>{title}</legend>
      {all.map((choice) => (
        <label key={choice}>
          <input type="checkbox" checked={chosen.includes(choice)} onChange={() => toggle(choice)} />
          {nameOf(choice)}
        </label>
      ))}
    </fieldset>
  );
}
