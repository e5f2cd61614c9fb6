import { useMemo } from 'react';
import type { BoardView } from '../protocol/views/views.ts';
import { HubLost } from '../renderer/HubLost.tsx';
import { useHub, useHubTime } from '../renderer/use-hub.ts';
import { BoardHeader } from './BoardHeader.tsx';
import styles from './board.module.css';
import { Both } from './board-words.tsx';
import { CounterRows } from './CounterRows.tsx';
import { listedCalls } from './listed-calls.ts';
import { MediaPanel } from './media/MediaPanel.tsx';
import { Moves } from './outlook/Moves.tsx';
import { NowCalling } from './NowCalling.tsx';
import { Ticker } from './Ticker.tsx';
import { useNight } from './use-night.ts';
import type { Announced } from './voice/announcer.ts';
import { useAnnouncements } from './voice/use-announcements.ts';
import { Waits } from './outlook/Waits.tsx';

/** How long a call is listed among the earlier ones. */
const LISTED_MS = 600_000;

/** The call that stands large, and those of the last ten minutes. A call that the hub no longer names is over: of yesterday, say. */
function useCalls() {
  const { at } = useHubTime();
  const { board, boardCalls } = useHub().views;
  const calls = useMemo(() => board && boardCalls && listedCalls(board, boardCalls), [board, boardCalls]);
  const { announced, isQuiet } = useAnnouncements(board, calls);
  const isCurrent = announced?.isFresh === true || calls?.some((call) => call.seq === announced?.call.seq);
  if (!announced || !isCurrent) return { isQuiet, announced: undefined, earlier: [] };
  const earlier = calls?.filter((call) => call.seq < announced.call.seq && at - call.at < LISTED_MS) ?? [];
  return { isQuiet, announced, earlier };
}

interface NowProps {
  readonly announced: Announced | undefined;
  readonly earlier: BoardView['calls'];
  readonly isQuiet: boolean;
}

/** What is called, and what else the centre has to show. */
function Now({ announced, earlier, isQuiet }: NowProps) {
  const { isLive, views } = useHub();
  const { media = [], volume = 0 } = views.board ?? {};
  return (
    <main className={styles.now} data-media={media.length > 0}>
      <h1 className={styles.title}>
        <Both name="nowCalling" />
      </h1>
      {announced ? (
        <NowCalling
          call={announced.call}
          isFresh={announced.isFresh && isLive}
          earlier={earlier}
          isCompact={media.length > 0}
        />
      ) : (
        <p className={styles.empty}>
          <Both name="noCalls" />
        </p>
      )}
      {media.length > 0 ? <MediaPanel media={media} volume={volume} isQuiet={isQuiet} /> : null}
    </main>
  );
}

/** The hall board: the call of the moment large, every counter's token beside it. */
export function Board() {
  const { isLive } = useHub();
  const isNight = useNight();
  const calls = useCalls();
  const { announced } = calls;
  return (
    <div className={styles.page} lang="en" data-live={isLive} data-night={isNight}>
      <BoardHeader />
      <Now {...calls} />
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
