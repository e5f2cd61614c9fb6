import { useSyncExternalStore } from 'react';
import type { BoardView } from '../protocol/views/views.ts';
import { Num } from '../renderer/Num.tsx';
import { useHub } from '../renderer/use-hub.ts';
import { Both } from './board-words.tsx';
import { isPortrait, watchPortrait } from './portrait.ts';
import styles from './rows.module.css';
import { usePage } from './use-page.ts';

type Row = BoardView['counters'][number];

const LANDSCAPE_ROWS = 8;
const PORTRAIT_ROWS = 9;

function CounterRow({ row, isCalled }: { readonly row: Row; readonly isCalled: boolean }) {
  return (
    <li className={styles.row} data-called={isCalled}>
      {row.label ? (
        <Num>{row.label}</Num>
      ) : (
        <span className={styles.idle}>
          <Both name={row.status === 'onBreak' ? 'onBreak' : 'free'} />
        </span>
      )}
      <Num>{row.id}</Num>
    </li>
  );
}

/** Every counter that is open with its token, always in the order of the counters, in pages where they are many. */
export function CounterRows({ calledAt }: { readonly calledAt: number | undefined }) {
  const rows = useSyncExternalStore(watchPortrait, () => (isPortrait() ? PORTRAIT_ROWS : LANDSCAPE_ROWS));
  const open = useHub().views.board?.counters.filter((counter) => counter.status !== 'closed') ?? [];
  const place = calledAt === undefined ? undefined : open.findIndex((counter) => counter.id === calledAt);
  const page = usePage(open.length, rows, place);
  const pages = Math.ceil(open.length / rows);
  return (
    <section className={styles.rows} aria-label="Counters">
      <div className={styles.head}>
        <span>
          <Both name="token" />
        </span>
        {pages > 1 ? <Num className={styles.pages ?? ''}>{`${page + 1} / ${pages}`}</Num> : null}
        <span>
          <Both name="counter" />
        </span>
      </div>
      {open.length === 0 ? (
        <p className={styles.none}>
          <Both name="noCounters" />
        </p>
      ) : null}
      <ul>
        {open.slice(page * rows, (page + 1) * rows).map((row) => (
          <CounterRow key={row.id} row={row} isCalled={row.id === calledAt} />
        ))}
      </ul>
    </section>
  );
}
