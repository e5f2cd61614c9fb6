import { HubLost } from '../renderer/HubLost.tsx';
import { useHub } from '../renderer/use-hub.ts';
import { BoardHeader } from './BoardHeader.tsx';
import styles from './board.module.css';
import { Both } from './board-words.tsx';
import { CounterRows } from './CounterRows.tsx';
import { NowCalling } from './NowCalling.tsx';
import { Ticker } from './Ticker.tsx';
import { useAnnouncements } from './use-announcements.ts';

/** The hall board: the call of the moment large, every counter's token beside it. */
export function Board() {
  const { views, isLive } = useHub();
  const announced = useAnnouncements(views.board?.calls);
  const earlier = views.board?.calls.filter((call) => announced && call.seq < announced.call.seq).slice(0, 3) ?? [];
  return (
    <div className={styles.page} lang="en" data-live={isLive}>
      <BoardHeader />
      <main className={styles.now}>
        <h1 className={styles.title}>
          <Both name="nowCalling" />
        </h1>
        {announced ? (
          <NowCalling call={announced.call} isFresh={announced.isFresh && isLive} earlier={earlier} />
        ) : (
          <p className={styles.empty}>
            <Both name="noCalls" />
          </p>
        )}
      </main>
      <CounterRows calledAt={announced?.isFresh ? announced.call.counterId : undefined} />
      <Ticker />
      <div className={styles.lost}>
        <HubLost languages={['en', 'ur']} />
      </div>
    </div>
  );
}
