import { MoveRight } from 'lucide-react';
import type { Words } from '../../domain/words.ts';
import type { BoardView, CentreView } from '../../protocol/views/views.ts';
import { Num } from '../../renderer/Num.tsx';
import { useHub, useHubTime } from '../../renderer/use-hub.ts';
import { Both } from '../board-words.tsx';
import { counterRunsText } from '../../domain/counter-runs.ts';
import styles from './moves.module.css';
import { usePage } from '../use-page.ts';

type Move = BoardView['moves'][number];

const SEATS = 2;
/** Longer texts, in letters, are set smaller. */
const LONG_RUNS = 5;
const LONG_NAME = 16;
/** So long a new one stands there before the pages turn again. */
const NEWS_MS = 8_000;

/** The hall to walk to, where it is another than that of the board. */
function otherHall(centre: CentreView | undefined, counters: readonly number[], hallId: string | null) {
  const halls = centre?.counters.filter(({ id }) => counters.includes(id)).map((counter) => counter.hallId) ?? [];
  if (hallId === null || halls.includes(hallId)) return undefined;
  return centre?.halls.find(({ id }) => id === halls[0])?.name;
}

/** A name in both scripts, one after the other or one over the other. */
function Name({ words, className }: { readonly words: Words | undefined; readonly className: string | undefined }) {
  return (
    <span className={className} data-long={(words?.en.length ?? 0) > LONG_NAME}>
      <span lang="en">{words?.en}</span>
      <span lang="ur">{words?.ur}</span>
    </span>
  );
}

function MoveItem({ move }: { readonly move: Move }) {
  const { centre, board } = useHub().views;
  const { stageId, counters } = move.goTo;
  const runs = counterRunsText(counters);
  const hall = otherHall(centre, counters, board?.hallId ?? null);
  return (
    <li className={styles.move} data-testid="move">
      <Num>{move.label}</Num>
      <MoveRight aria-hidden="true" />
      <span className={`num ${styles.counters}`} data-long={runs.length > LONG_RUNS}>
        {runs}
      </span>
      {hall ? <Name words={hall} className={styles.hall} /> : null}
      <Name words={centre?.stages.find(({ id }) => id === stageId)?.name} className={styles.stage} />
    </li>
  );
}

/** Where those who were served a moment ago go next: its place is kept, so that nothing moves when one comes. */
export function Moves() {
  // Oldest first: a new one comes after the others, and none of them changes its seat.
  const moves = useHub().views.board?.moves.toReversed() ?? [];
  const { at } = useHubTime();
  const page = usePage(
    moves.length,
    SEATS,
    moves.findLastIndex((move) => at - move.at < NEWS_MS),
  );
  return (
    <section className={styles.moves} aria-label="Where to go next">
      {moves.length > 0 ? (
        <h2 className={styles.title}>
          <Both name="goOn" />
        </h2>
      ) : null}
      <ul>
        {moves.slice(page * SEATS, (page + 1) * SEATS).map((move) => (
          <MoveItem key={move.label} move={move} />
        ))}
      </ul>
    </section>
  );
}
