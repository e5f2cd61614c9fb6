import { useSyncExternalStore } from 'react';
import type { BoardView } from '../../protocol/views/views.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { Both } from '../board-words.tsx';
import { isPortrait, watchPortrait } from '../portrait.ts';
import { usePage } from '../use-page.ts';
import styles from './waits.module.css';

type Wait = BoardView['waits'][number];

const LANDSCAPE_WAITS = 3;
const PORTRAIT_WAITS = 4;

function WaitItem({ serviceId, wait }: Wait) {
  const service = useHub().views.centre?.services.find(({ id }) => id === serviceId);
  return (
    <li className={styles.wait}>
      <span className={styles.service}>
        <span>{service?.name.en}</span>
        <span lang="ur">{service?.name.ur}</span>
      </span>
      <span className={styles.range}>
        <span className="num">
          {wait.fromMinutes}–{wait.toMinutes}
        </span>
        <span className={styles.unit}>
          <Both name={wait.isOpenEnded ? 'minutesOrLonger' : 'minutes'} />
        </span>
      </span>
    </li>
  );
}

/** What somebody who comes now would wait, service by service; its place is kept while nothing is forecast. */
export function Waits() {
  const { views, isLive } = useHub();
  // An old wait is a false one.
  const waits = isLive ? (views.board?.waits ?? []) : [];
  const seats = useSyncExternalStore(watchPortrait, () => (isPortrait() ? PORTRAIT_WAITS : LANDSCAPE_WAITS));
  const page = usePage(waits.length, seats, undefined);
  const pages = Math.ceil(waits.length / seats);
  return (
    <section className={styles.waits} aria-label="Waits now">
      {waits.length > 0 ? (
        <h2 className={styles.title}>
          <Both name="waitNow" />
          {pages > 1 ? <span className={`num ${styles.pages}`}>{`${page + 1} / ${pages}`}</span> : null}
        </h2>
      ) : null}
      <ul>
        {waits.slice(page * seats, (page + 1) * seats).map((one) => (
          <WaitItem key={one.serviceId} {...one} />
        ))}
      </ul>
    </section>
  );
}
