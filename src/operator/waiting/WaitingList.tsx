import type { CounterView } from '../../protocol/views/views.ts';
import { useOperatorText } from '../operator-words.tsx';
import { Parked, PARKED_SHOWN } from './Parked.tsx';
import styles from './waiting.module.css';
import { WaitingRow } from './WaitingRow.tsx';

/** Rows that the list has room for, and how many of them the title of the parked ones takes. */
const ROWS = 11;
const TITLE_ROWS = 1;

/** Who waits for this counter, in the order of calling, with how much of each promise is used up. */
export function WaitingList({ view }: { readonly view: CounterView }) {
  const { text } = useOperatorText();
  const parkedRows = view.parked.length === 0 ? 0 : TITLE_ROWS + Math.min(PARKED_SHOWN, view.parked.length);
  return (
    <aside className={styles.list}>
      <h2>
        {text('waitingForYou', { count: view.waiting })} <small>{text('order')}</small>
      </h2>
      {view.next.length === 0 ? <p className={styles.nobody}>{text('nobodyWaits')}</p> : null}
      <table className={styles.table} aria-label={text('waitingForYou', { count: view.waiting })}>
        <tbody>
          {view.next.slice(0, ROWS - parkedRows).map((row) => (
            <WaitingRow key={row.id} row={row} counterId={view.counterId} />
          ))}
        </tbody>
      </table>
      <Parked view={view} />
    </aside>
  );
}
