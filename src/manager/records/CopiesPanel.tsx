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
import { useMay } from '../use-may.ts';
import styles from './records.module.css';
import { RestoreQuestion } from './RestoreQuestion.tsx';
import { useAsk } from './use-ask.ts';

type Keeping = ManagerView['keeping'];
export type Snapshot = Keeping['snapshots'][number];

const COLUMNS = ['copyWhen', 'copyEvents', 'copySize'] as const;
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
      {canRestore ? (
        <td>
          <Button
            className={panel.plain ?? ''}
            aria-label={`${text('copyDo')} ${shortWhen(at)}`}
            isDisabled={!isLive}
            onPress={choose}
          >
            {text('copyDo')}
          </Button>
        </td>
      ) : null}
    </tr>
  );
}

/** Takes a copy now. What went wrong is told here while nothing else tells it. */
function useTakeNow({ isTaking, trouble }: Keeping) {
  const { language, text } = useManagerText();
  const { isLive } = useHub();
  const { reply, ask } = useAsk<'takeSnapshot'>();
  const button = (
    <Button
      className={panel.plain ?? ''}
      isDisabled={!isLive || isTaking}
      onPress={() => void ask({ name: 'takeSnapshot', payload: {} })}
    >
      {text(isTaking ? 'copyTaking' : 'copyTake')}
    </Button>
  );
  return { button, refused: reply?.ok === false && trouble === null ? reply.error.message[language] : undefined };
}

/** The hourly copies of the store, and the way back to one of them. */
export function CopiesPanel({ keeping }: { readonly keeping: Keeping }) {
  const { text } = useManagerText();
  const may = useMay();
  const { button, refused } = useTakeNow(keeping);
  const [chosen, choose] = useState<Snapshot | undefined>();
  const { snapshots } = keeping;
  const canRestore = keeping.canRestore && may('restore');
  return (
    <Panel title={text('copiesTitle')} more={text('copiesMore')}>
      <div className={styles.line}>
        <div>
          <State keeping={keeping} />
        </div>
        {may('takeSnapshot') ? button : null}
      </div>
      {refused === undefined ? null : <p role="alert">{refused}</p>}
      {snapshots.length === 0 ? (
        <Empty>{text('copyNone')}</Empty>
      ) : (
        <table className={styles.table}>
          <ColumnHeads names={canRestore ? [...COLUMNS, 'copyDo'] : COLUMNS} />
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
