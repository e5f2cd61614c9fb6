import type { CSSProperties } from 'react';
import type { WallView } from '../../protocol/wall/wall-view.ts';
import { minutesOf } from '../../renderer/clock-text.ts';
import { said } from '../../renderer/text.ts';
import { useManagerText } from '../manager-words.tsx';
import { useCentre } from '../use-centre.ts';
import { Closing } from './Closing.tsx';
import counters from './counters.module.css';
import { CounterTile } from './CounterTile.tsx';
import { DeskRows } from './DeskRows.tsx';
import styles from './wall.module.css';

type Level = WallView['alarms'][number]['level'];

/** The worst alarm of each subject of those kinds. */
function levelsOf({ alarms }: WallView, kinds: readonly string[]): ReadonlyMap<string, Level> {
  const of = alarms.filter(({ kind }) => kinds.includes(kind)).toSorted((a, b) => a.level.localeCompare(b.level) * -1);
  return new Map(of.map(({ subject, level }) => [subject, level]));
}

/** As counters.module.css has them. */
const TILES_A_ROW = 6;

interface HallBandProps {
  readonly wall: WallView;
  readonly hall: WallView['halls'][number];
  readonly now: { readonly at: number; readonly queueAt: number };
  /** Of a past moment no forecast is known. */
  readonly isPast: boolean;
}

/** One hall: how it stands, who waits for what, and its counters. */
export function HallBand({
  wall,
  hall: { id, waiting, longestSince, closing },
  now: { at, queueAt },
  isPast,
}: HallBandProps) {
  const { language, text } = useManagerText();
  const { centre } = useCentre();
  const name = said(centre?.halls.find((one) => one.id === id)?.name, language);
  const desks = wall.desks.filter(({ hallId }) => hallId === id);
  const places = wall.counters.filter(({ hallId }) => hallId === id);
  const open = places.filter(({ status }) => status === 'open').length;
  const breaks = places.filter(({ status }) => status === 'onBreak').length;
  const rows = Math.ceil(places.length / TILES_A_ROW);
  const levels = levelsOf(wall, ['longWait', 'longLine', 'unserved']);
  const idle = levelsOf(wall, ['idleCounter']);
  return (
    <section className={styles.band} aria-label={name} style={{ flexGrow: rows }}>
      <h2>
        {name}
        <strong>{waiting === 0 ? text('wallNobody') : text('wallWaiting', { count: waiting })}</strong>
        {longestSince === null ? null : (
          <small>{text('wallLongest', { minutes: minutesOf(Math.max(0, queueAt - longestSince)) })}</small>
        )}
        <small>
          {text('wallCounters', { open, all: places.length })}
          {breaks === 0 ? null : ` · ${text('wallBreaks', { count: breaks })}`}
        </small>
        {wall.isOpen ? null : <small className={styles.closed}>{text('doorsClosed')}</small>}
        {wall.isOpen && !isPast ? <Closing closing={closing} closesAt={wall.closesAt} /> : null}
      </h2>
      <DeskRows desks={desks} queueAt={queueAt} levels={levels} />
      <ul
        className={counters.tiles}
        aria-label={text('countersOfHall', { hall: name })}
        style={{ '--rows': rows } as CSSProperties}
      >
        {places.map((counter) => (
          <CounterTile key={counter.id} counter={counter} at={at} level={idle.get(String(counter.id))} />
        ))}
      </ul>
    </section>
  );
}
