import { Button } from 'react-aria-components/Button';
import type { Operator } from '../use-operator.ts';
import { ACTION_KEYS, type ActionName, keyName } from './actions.ts';
import styles from './actions.module.css';

interface ActionProps {
  readonly name: ActionName;
  readonly label: string;
  /** What it does besides. */
  readonly more?: string;
  readonly operator: Operator;
  readonly isOn?: boolean;
}

/** A button with its key on it. */
export function Action({ name, label, more, operator, isOn }: ActionProps) {
  return (
    <Button
      className={styles.action ?? ''}
      data-action={name}
      isDisabled={!operator.can(name)}
      aria-keyshortcuts={keyName(ACTION_KEYS[name])}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
      onPress={() => operator.act(name)}
    >
      <span>
        {label}
        {more === undefined ? null : <small> {more}</small>}
      </span>
      <kbd aria-hidden="true">{keyName(ACTION_KEYS[name])}</kbd>
    </Button>
  );
}
