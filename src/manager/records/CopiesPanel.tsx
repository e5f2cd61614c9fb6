import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { ManagerView } from '../../protocol/views/views.ts';
import { Num } from '../../renderer/Num.tsx';
import { digits } from '../../renderer/text.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { ColumnHeads } from '../ColumnHeads.tsx';
import { useManagerText } from '../manager-words.tsx';
import { Empty, Panel } from '../Panel.tsx';
import panel from '../panel.module.css';
import { useCentre } from '../use-centre.ts';
import styles from './records.module.css';
import { RestoreQuestion } from './RestoreQuestion.tsx';
import { useAsk } from './use-ask.ts';

type Keeping = ManagerView['keeping'];
export type Snapshot = Keeping['snapshots'][number];

const TROUBLES = { diskLow: 'copyDiskLow', failed: 'copyFailed' } as const;

function State({ keeping }: { readonly keeping: Keeping }) {
  const { text } = useManagerText();
  const { when, day } = useCentre();
  const { snapshots, trouble, restored } = keeping;
  const last = snapshots[0];
  return (
    <>
      {trouble ? (
        <p className={styles.trouble} role="alert">
          {text(TROUBLES[trouble])}
        </p>
      ) : null}
      {last ? (
        <p>
          {text('copyLast')} <strong>{when(last.at)}</strong>
        </p>
      ) : null}
      {restored ? (
        <p className={styles.soft}>
          {text('restoredLast', { when: when(restored.at), day: day(restored.untilDay), mark: restored.mark })}
        </p>
      ) : null}
    </>
  );
}

interface RowProps {
  readonly snapshot: Snapshot;
  readonly canRestore: boolean;
  readonly choose: () => void;
}

function Row({ snapshot: { at, seq, bytes }, canRestore, choose }: RowProps) {
  const { language, text } = useManagerText();
  const { shortWhen } = useCentre();
  const { isLive } = useHub();
  const size = digits(Math.max(0.1, Math.round(bytes / 100_000) / 10), language);
  return (
    <tr>
      <td>{shortWhen(at)}</td>
      <td>
        <Num>{digits(seq, language)}</Num>
      </td>
      <td>{text('copyMegabytes', { size })}</td>
      <td>
        {canRestore ? (
          <Button
            className={panel.plain ?? ''}
            aria-label={`${text('copyDo')} ${shortWhen(at)}`}
            isDisabled={!isLive}
            onPress={choose}
          >
            {text('copyDo')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

/** The hourly copies of the store, and the way back to one of them. */
export function CopiesPanel({ keeping }: { readonly keeping: Keeping }) {
  const { language, text } = useManagerText();
  const { isLive } = useHub();
  const { reply, ask } = useAsk<'takeSnapshot'>();
  const [chosen, choose] = useState<Snapshot | undefined>();
  const { snapshots, isTaking, canRestore } = keeping;
  return (
    <Panel title={text('copiesTitle')} more={text('copiesMore')}>
      <div className={styles.line}>
        <div>
          <State keeping={keeping} />
        </div>
        <Button
          className={panel.plain ?? ''}
          isDisabled={!isLive || isTaking}
          onPress={() => void ask({ name: 'takeSnapshot', payload: {} })}
        >
          {text(isTaking ? 'copyTaking' : 'copyTake')}
        </Button>
      </div>
      {reply?.ok === false && keeping.trouble === null ? <p role="alert">{reply.error.message[language]}</p> : null}
      {snapshots.length === 0 ? (
        <Empty>{text('copyNone')}</Empty>
      ) : (
        <table className={styles.table}>
          <ColumnHeads names={['copyWhen', 'copyEvents', 'copySize', 'copyDo']} />
          <tbody>
            {snapshots.map((one) => (
              <Row key={one.name} snapshot={one} canRestore={canRestore} choose={() => choose(one)} />
            ))}
          </tbody>
        </table>
      )}
      {chosen ? <RestoreQuestion snapshot={chosen} close={() => choose(undefined)} /> : null}
    </Panel>
  );
}
