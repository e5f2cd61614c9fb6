import { Button } from 'react-aria-components/Button';
import { QuestionFrame } from '../../renderer/QuestionFrame.tsx';
import { useHub } from '../../renderer/use-hub.ts';
import { useManagerText } from '../manager-words.tsx';
import panel from '../panel.module.css';
import { useCentre } from '../use-centre.ts';
import type { Snapshot } from './CopiesPanel.tsx';
import styles from './records.module.css';
import { useAsk } from './use-ask.ts';

/** Says what is lost before a copy is put back. */
export function RestoreQuestion({ snapshot, close }: { readonly snapshot: Snapshot; readonly close: () => void }) {
  const { language, text } = useManagerText();
  const { when } = useCentre();
  const { isLive, stamp } = useHub();
  const { isAsking, reply, ask } = useAsk<'restore'>();
  const restore = async () => {
    const answered = await ask({ name: 'restore', payload: { name: snapshot.name } });
    if (answered.ok) setTimeout(close, 2_000);
  };
  const lost = Math.max(0, (stamp?.seq ?? 0) - snapshot.seq);
  return (
    <QuestionFrame title={text('restoreAsk')} isOpen close={close}>
      <div className={styles.question}>
        <p>{text('restoreOf', { when: when(snapshot.at) })}</p>
        <p>{text('restoreLost', { count: lost })}</p>
        <p>{text('restoreLetter')}</p>
        <p role="status">{reply && (reply.ok ? text('restoring') : reply.error.message[language])}</p>
        <div className={styles.buttons}>
          <Button className={panel.plain ?? ''} onPress={close} autoFocus>
            {text('restoreNo')}
          </Button>
          <Button
            className={styles.danger ?? ''}
            isDisabled={!isLive || isAsking || reply?.ok === true}
            onPress={() => void restore()}
          >
            {text('restoreGo')}
          </Button>
        </div>
      </div>
    </QuestionFrame>
  );
}
