import { Button } from 'react-aria-components/Button';
import type { CounterView } from '../../protocol/views.ts';
import { ACTION_KEYS, type ActionName, keyName, primaryStep } from './actions.ts';
import styles from './actions.module.css';
import { type OperatorText, useOperatorText } from '../operator-words.tsx';
import type { Operator } from '../use-operator.ts';

interface ButtonsProps {
  readonly view: CounterView;
  readonly operator: Operator;
}

/** The fixed places of the buttons: what cannot be done now is dimmed, so that nothing ever moves. */
const FIRST_ROW = ['recall', 'park', 'transfer', 'noShow'] as const;
const SECOND_ROW = ['jump', 'withoutToken', 'class', 'requeue', 'undo'] as const;
const THIRD_ROW = ['resume', 'leave', 'autoCall', 'takeBreak', 'closeCounter'] as const;

function primaryText(view: CounterView, text: OperatorText): string {
  const step = primaryStep(view);
  return text(step === 'finish' && view.isAutoCall ? 'finishAndCall' : step);
}

function labelOf(action: Exclude<ActionName, 'primary'>, { view, operator }: ButtonsProps, text: OperatorText): string {
  if (action === 'autoCall') return text(view.isAutoCall ? 'autoCallOn' : 'autoCallOff');
  if (action === 'undo' && view.undo)
    return text(operator.canUndo ? 'undoToken' : 'callAgain', { label: view.undo.label });
  return text(action);
}

function Action({
  name,
  label,
  operator,
  isOn,
}: {
  name: ActionName;
  label: string;
  operator: Operator;
  isOn?: boolean;
}) {
  return (
    <Button
      className={styles.action ?? ''}
      data-action={name}
      isDisabled={!operator.can(name)}
      aria-keyshortcuts={keyName(ACTION_KEYS[name])}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
      onPress={() => operator.act(name)}
    >
      <span>{label}</span>
      <kbd aria-hidden="true">{keyName(ACTION_KEYS[name])}</kbd>
    </Button>
  );
}

export function ActionButtons(props: ButtonsProps) {
  const { view, operator } = props;
  const { text } = useOperatorText();
  const one = (name: Exclude<ActionName, 'primary'>) => (
    <Action
      key={name}
      name={name}
      label={labelOf(name, props, text)}
      operator={operator}
      {...(name === 'autoCall' ? { isOn: view.isAutoCall } : {})}
    />
  );
  return (
    <div className={styles.actions}>
      <div className={styles.first}>
        <Action name="primary" label={primaryText(view, text)} operator={operator} />
        {FIRST_ROW.map(one)}
      </div>
      <div className={styles.row}>{SECOND_ROW.map(one)}</div>
      <div className={styles.row}>{THIRD_ROW.map(one)}</div>
    </div>
  );
}
