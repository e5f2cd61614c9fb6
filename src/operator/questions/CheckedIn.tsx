import { Button } from 'react-aria-components/Button';
import type { Result } from '../../protocol/replies.ts';
import { clockText } from '../../renderer/clock-text.ts';
import { Num } from '../../renderer/Num.tsx';
import { useHub } from '../../renderer/use-hub.ts';
import { type OperatorText, useOperatorText } from '../operator-words.tsx';
import { serviceText, whereText } from '../where-text.ts';
import type { QuestionProps } from './question-props.ts';
import styles from './questions.module.css';

function waitText({ wait }: Result, text: OperatorText): string {
  if (!wait) return text('waitUnknown');
  const range = text('waitRange', { from: wait.fromMinutes, to: wait.toMinutes });
  return wait.isOpenEnded ? text('orLonger', { range }) : range;
}

/** What to tell the citizen who was let in; it stays until it is closed. */
export function CheckedIn({ result, close }: { readonly result: Result } & Pick<QuestionProps, 'close'>) {
  const { language, text } = useOperatorText();
  const centre = useHub().views.centre;
  const { label = '', slotAt, isLate, goTo } = result;
  const slot = slotAt === undefined ? text(isLate ? 'slotPast' : 'noSlot') : clockText(slotAt, centre?.timeZone ?? 'UTC', language);
  return (
    <div className={styles.checkIn} role="status">
      <Num className={styles.label ?? ''}>{label}</Num>
      <dl className={styles.facts}>
        <dt>{text('service')}</dt>
        <dd>{serviceText(centre, result.serviceId ?? goTo?.serviceId ?? '', language)}</dd>
        <dt>{text('slot')}</dt>
        <dd>{slot}</dd>
        <dt>{text('wait')}</dt>
        <dd>{waitText(result, text)}</dd>
        <dt>{text('goTo')}</dt>
        <dd>{goTo ? whereText(goTo, centre, language, text) : ''}</dd>
      </dl>
      <div className={styles.buttons}>
        <Button className={styles.yes ?? ''} autoFocus onPress={close}>
          {text('close')}
        </Button>
      </div>
    </div>
  );
}
