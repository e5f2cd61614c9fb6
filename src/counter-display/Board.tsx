import { HubLost } from '../renderer/HubLost.tsx';
import { useHub } from '../renderer/use-hub.ts';
import { BoardHeader } from './BoardHeader.tsx';
import styles from './board.module.css';
import { Both } from './board-words.tsx';
import { CounterRows } from './CounterRows.tsx';
import { Moves } from './outlook/Moves.tsx';
import { NowCalling } from './NowCalling.tsx';
import { Ticker } from './Ticker.tsx';
import { useAnnouncements } from './use-announcements.ts';
import { Waits } from './outlook/Waits.tsx';

/** The call that stands large, and those before it. A call that the hub no longer names is over: of yesterday, say. */
function useCalls() {
  const calls = useHub().views.board?.calls;
  const last = useAnnouncements(calls);
  const isCurrent = last?.isFresh === true || calls?.some((call) => call.seq === last?.call.seq) === true;
  if (!last || !isCurrent) return undefined;
  return { ...last, earlier: calls?.filter((call) => call.seq < last.call.seq).slice(0, 3) ?? [] };
}

/** The hall board: the call of the moment large, every counter's token beside it. */
export function Board() {
  const { isLive } = useHub();
  const announced = useCalls();
  return (
    <div className={styles.page} lang="en" data-live={isLive}>
      <BoardHeader />
      <main className={styles.now}>
        <h1 className={styles.title}>
          <Both name="nowCalling" />
        </h1>
        {announced ? (
          <NowCalling call={announced.call} isFresh={announced.isFresh && isLive} earlier={announced.earlier} />
        ) : (
          <p className={styles.empty}>
            <Both name="noCalls" />
          </p>
        )}
      </main>
      <Moves />
      <CounterRows calledAt={announced?.isFresh ? announced.call.counterId : undefined} />
      <Waits />
      <Ticker />
      <div className={styles.lost}>
        <HubLost languages={['en', 'ur']} />
      </div>
    </div>
  );
}
