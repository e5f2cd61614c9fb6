import { Pause, Play } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { clockText } from '../../renderer/clock-text.ts';
import { digits } from '../../renderer/text.ts';
import { useManagerText } from '../manager-words.tsx';
import { OneOf } from '../reports/OneOf.tsx';
import { useCentre } from '../use-centre.ts';
import styles from './replay.module.css';
import { type Player, SPEEDS } from './use-player.ts';

interface BarProps {
  readonly player: Player;
  readonly fromAt: number;
  readonly toAt: number;
}

const MINUTE_MS = 60_000;

/** Where in the day it is, how fast it goes, and the way to any other moment. */
export function PlayerBar({ player, fromAt, toAt }: BarProps) {
  const { language, text } = useManagerText();
  const { timeZone } = useCentre();
  const { at, speed, isRunning } = player;
  const clock = (instant: number): string => clockText(instant, timeZone, language);
  const Icon = isRunning ? Pause : Play;
  return (
    <div className={styles.player}>
      <Button className={styles.play ?? ''} onPress={isRunning ? player.pause : player.play}>
        <Icon aria-hidden="true" width="1.2em" height="1.2em" /> {text(isRunning ? 'replayPause' : 'replayPlay')}
      </Button>
      <output className={styles.clock}>
        <bdi>{clock(at)}</bdi>
      </output>
      <input
        type="range"
        aria-label={text('replayTime')}
        aria-valuetext={clock(at)}
        min={fromAt}
        max={toAt}
        step={MINUTE_MS}
        value={at}
        onChange={(event) => player.seek(Number(event.target.value))}
      />
      <bdi>{clock(toAt)}</bdi>
      <OneOf
        label={text('replaySpeed')}
        options={SPEEDS}
        chosen={speed}
        said={(one) => text('replayTimes', { times: digits(one, language) })}
        choose={player.setSpeed}
      />
    </div>
  );
}
