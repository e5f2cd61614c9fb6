import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { WireError } from '../../protocol/replies.ts';
import { QuestionFrame } from '../../renderer/QuestionFrame.tsx';
import { useHub, useHubClient } from '../../renderer/use-hub.ts';
import { useManagerText } from '../manager-words.tsx';
import panel from '../panel.module.css';
import styles from './records.module.css';

interface EraseProps {
  readonly cnic: string;
  readonly close: () => void;
  readonly erased: () => void;
}

/** Says what goes and what stays before a citizen is forgotten. */
export function EraseQuestion({ cnic, close, erased }: EraseProps) {
  const { language, text } = useManagerText();
  const { isLive } = useHub();
  const client = useHubClient();
  const [trouble, setTrouble] = useState<WireError | undefined>();
  const erase = async () => {
    const reply = await client.send('eraseSubject', { cnic });
    if (reply.ok) erased();
    else setTrouble(reply.error);
  };
  return (
    <QuestionFrame title={text('subjectAsk')} isOpen close={close}>
      <div className={styles.question}>
        <p>{text('subjectAskMore')}</p>
        <p role="alert">{trouble?.message[language]}</p>
        <div className={styles.buttons}>
          <Button className={panel.plain ?? ''} onPress={close} autoFocus>
            {text('subjectNo')}
          </Button>
          <Button className={styles.danger ?? ''} isDisabled={!isLive} onPress={() => void erase()}>
            {text('subjectGo')}
          </Button>
        </div>
      </div>
    </QuestionFrame>
  );
}
