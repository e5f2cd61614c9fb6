import type { AnswerOf } from '../../protocol/answers/answers.ts';
import { Num } from '../../renderer/Num.tsx';
import { AskTrouble } from '../AskTrouble.tsx';
import { type ManagerText, useManagerText } from '../manager-words.tsx';
import { Empty, Panel } from '../Panel.tsx';
import { TrackingNumber } from '../TrackingNumber.tsx';
import { useAnswer } from '../use-answer.ts';
import { useCentre } from '../use-centre.ts';
import { Standing } from './Standing.tsx';
import styles from './work-list.module.css';

type Row = AnswerOf<'workList'>['applications'][number];

interface WorkListProps {
  readonly stageId: string;
  /** How many lie there by the count of the stages. */
  readonly all: number;
  readonly freshness: string;
  readonly opened: string | undefined;
  readonly open: (trackingNumber: string) => void;
}

function WorkRow({ row, isOpen, open }: { readonly row: Row; readonly isOpen: boolean; readonly open: () => void }) {
  const { text } = useManagerText();
  const { serviceName, shortWhen } = useCentre();
  return (
    <li>
      <button type="button" aria-pressed={isOpen} onClick={open}>
        <span className={styles.numbers}>
          <strong>
            <TrackingNumber number={row.trackingNumber} />
          </strong>
          <Num>{row.label}</Num>
        </span>
        <Standing standing={row.standing} />
        <span className={styles.service}>{serviceName(row.serviceId)}</span>
        <span className={styles.due}>
          {row.dueAt === null ? text('noDue') : text('dueAt', { time: shortWhen(row.dueAt) })}
        </span>
      </button>
    </li>
  );
}

function orderText(shown: number | undefined, all: number, text: ManagerText): string {
  return shown !== undefined && shown < all ? text('workFirst', { shown, all }) : text('workOrder');
}

/** What lies at a stage, the soonest due first. */
export function WorkList({ stageId, all, freshness, opened, open }: WorkListProps) {
  const { text } = useManagerText();
  const { stageName } = useCentre();
  const { value, error, again } = useAnswer<'workList'>(
    { name: 'workList', payload: { stageId, serviceId: null } },
    freshness,
  );
  const rows = value?.applications ?? [];
  return (
    <Panel title={stageName(stageId)} more={orderText(value?.applications.length, all, text)}>
      {value === undefined || error ? <AskTrouble error={error} again={again} /> : null}
      {value && rows.length === 0 ? <Empty>{text('workNone')}</Empty> : null}
      <ul className={styles.rows}>
        {rows.map((row) => (
          <WorkRow
            key={row.trackingNumber}
            row={row}
            isOpen={row.trackingNumber === opened}
            open={() => open(row.trackingNumber)}
          />
        ))}
      </ul>
    </Panel>
  );
}
