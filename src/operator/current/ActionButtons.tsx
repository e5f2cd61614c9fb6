import type { CounterView } from '../../protocol/views/views.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { type OperatorText, useOperatorText } from '../operator-words.tsx';
import type { Operator } from '../use-operator.ts';
import { Action } from './Action.tsx';
import { type ActionName, canDo, primaryStep } from './actions.ts';
import styles from './actions.module.css';
import { finishText, primaryText } from './finish-text.ts';

interface ButtonsProps {
  readonly view: CounterView;
  readonly operator: Operator;
}

type SmallAction = Exclude<ActionName, 'primary' | 'sendOn'>;

/** The fixed places of the buttons: what cannot be done now is dimmed, so that nothing ever moves. */
const ROWS: readonly (readonly SmallAction[])[] = [
  ['recall', 'noShow', 'requeue', 'leave', 'park', 'transfer'],
  ['skipStage', 'sendBack', 'endVisit', 'class', 'undo', 'resume'],
  ['jump', 'checkIn', 'withoutToken', 'autoCall', 'takeBreak', 'closeCounter'],
];

function labelOf(action: SmallAction, { view, operator }: ButtonsProps, text: OperatorText): string {
  if (action === 'autoCall') return text(view.isAutoCall ? 'autoCallOn' : 'autoCallOff');
  if (action === 'undo' && view.left)
    return text(operator.hasJustLeft ? 'undoToken' : 'callAgain', { label: view.left.label });
  return text(action);
}

/** The next step, and the other way to finish where this counter could go on itself. */
function NextSteps({ view, operator }: ButtonsProps) {
  const { language, text } = useOperatorText();
  const reader = { centre: useHub().views.centre, language, text };
  const then = view.isAutoCall ? { more: text('thenCalls') } : {};
  const isOver = primaryStep(view) === 'finish';
  const canSendOn = canDo('sendOn', view);
  return (
    <div className={styles.first}>
      <Action name="primary" label={primaryText(view, reader)} operator={operator} {...(isOver ? then : {})} />
      <Action
        name="sendOn"
        label={canSendOn ? finishText(view, reader) : text('sendOn')}
        operator={operator}
        {...(canSendOn ? then : {})}
      />
    </div>
  );
}

export function ActionButtons(props: ButtonsProps) {
  const { view, operator } = props;
  const { text } = useOperatorText();
  return (
    <div className={styles.actions}>
      <NextSteps {...props} />
      {ROWS.map((row) => (
        <div key={row[0]} className={styles.row}>
          {row.map((name) => (
            <Action
              key={name}
              name={name}
              label={labelOf(name, props, text)}
              operator={operator}
              {...(name === 'autoCall' ? { isOn: view.isAutoCall } : {})}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
