import { Button } from 'react-aria-components/Button';
import type { Result } from '../../protocol/replies.ts';
import { Num } from '../../renderer/Num.tsx';
import { useHub } from '../../renderer/use-hub.ts';
import { useOperatorText } from '../operator-words.tsx';
import { checkInFacts } from './check-in-facts.ts';
import looks from './check-in.module.css';
import type { QuestionProps } from './question-props.ts';
import styles from './questions.module.css';

/** What to tell the citizen who was let in; it stays until it is closed. */
export function CheckedIn({ result, close }: { readonly result: Result } & Pick<QuestionProps, 'close'>) {
  const { language, text } = useOperatorText();
  const centre = useHub().views.centre;
  const facts = centre ? checkInFacts(result, { centre, language, text }) : [];
  return (
    <div className={looks.checkIn} role="status">
      <Num className={looks.label ?? ''}>{result.label ?? ''}</Num>
      <dl className={looks.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.buttons}>
        <Button className={styles.yes ?? ''} autoFocus onPress={close}>
          {text('close')}
        </Button>
      </div>
    </div>
  );
}
