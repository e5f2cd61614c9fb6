import { BellRing, CircleAlert, Coffee, Unplug } from 'lucide-react';
import type { WallView } from '../../protocol/wall/wall-view.ts';
import { minutesOf } from '../../renderer/clock-text.ts';
import { Num } from '../../renderer/Num.tsx';
import { digits } from '../../renderer/text.ts';
import { useManagerText } from '../manager-words.tsx';
import styles from './counters.module.css';
import { tileState, usedUp } from './tile-state.ts';

type Counter = WallView['counters'][number];
type Level = WallView['alarms'][number]['level'];

const ICONS = { lost: Unplug, idle: CircleAlert, called: BellRing, break: Coffee } as const;
const WORDS = {
  lost: 'counterLost',
  idle: 'counterIdle',
  called: 'counterCalled',
  serving: 'counterServing',
  free: 'counterFree',
  break: 'counterBreak',
  closed: 'counterClosed',
} as const;

/** One counter: its number and operator, whom it serves for how long, or why it serves nobody. */
export function CounterTile({ counter, at, level }: { counter: Counter; at: number; level: Level | undefined }) {
  const { language, text } = useManagerText();
  const state = tileState(counter);
  const since = state === 'idle' ? counter.idleSinceAt : counter.sinceAt;
  const Icon = ICONS[state as keyof typeof ICONS];
  const { share, isLong } = usedUp(counter, at);
  return (
    <li className={styles.tile} data-state={state} data-level={level} data-long={isLong}>
      <p>
        <Num>{digits(counter.id, language)}</Num>
        {counter.operator === null ? null : <bdi title={counter.operator}>{counter.operator}</bdi>}
        {Icon ? <Icon aria-hidden="true" width="1.1em" height="1.1em" /> : null}
      </p>
      <p>
        {counter.label === null ? (
          <span>{text(WORDS[state])}</span>
        ) : (
          <>
            <span className="visually-hidden">{text(WORDS[state])}</span>
            <strong>
              <Num>{counter.label}</Num>
            </strong>
          </>
        )}
        {since === null ? null : <time>{text('minutesOnly', { count: minutesOf(at - since) })}</time>}
        {state === 'idle' ? <span className="visually-hidden">{text('somebodyWaits')}</span> : null}
      </p>
      {share > 0 ? <i style={{ inlineSize: `${share * 100}%` }} /> : null}
    </li>
  );
}
