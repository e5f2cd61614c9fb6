import { type ReactNode, useMemo, useState } from 'react';
import type { AnswerOf } from '../../protocol/answers/answers.ts';
import { said } from '../../renderer/text.ts';
import type { Shown } from '../../renderer/replay/shown-client.ts';
import { AskTrouble } from '../AskTrouble.tsx';
import { useManagerText } from '../manager-words.tsx';
import { Empty } from '../Panel.tsx';
import { OneOf } from '../reports/OneOf.tsx';
import { useAnswer } from '../use-answer.ts';
import { DayChoice } from './DayChoice.tsx';
import { PastBoard } from './PastBoard.tsx';
import { PastWall } from './PastWall.tsx';
import { PlayerBar } from './PlayerBar.tsx';
import styles from './replay.module.css';
import { useDays } from './use-days.ts';
import { useFrame } from './use-frame.ts';
import { usePlayer } from './use-player.ts';

const SCREENS = ['replayWall', 'replayBoard'] as const;
type Screen = (typeof SCREENS)[number];

type Day = AnswerOf<'replayDay'>;

interface HallProps {
  readonly halls: Day['centre']['halls'];
  readonly chosen: string | null;
  readonly choose: (hallId: string | null) => void;
}

/** Whose board is shown. */
function HallChoice({ halls, chosen, choose }: HallProps) {
  const { language, text } = useManagerText();
  return (
    <label>
      {text('replayHall')}
      <select value={chosen ?? ''} onChange={(event) => choose(event.target.value || null)}>
        <option value="">{text('replayAllHalls')}</option>
        {halls.map(({ id, name }) => (
          <option key={id} value={id}>
            {said(name, language)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A day from its first event to its last, on the wall or on a board. */
function PlayedDay({ info, children }: { readonly info: Day; readonly children: ReactNode }) {
  const { text } = useManagerText();
  const { day, fromAt, toAt, centre } = info;
  const [screen, setScreen] = useState<Screen>('replayWall');
  const [hallId, setHall] = useState<string | null>(null);
  const player = usePlayer(fromAt, toAt);
  const { frame, error, again } = useFrame(day, player.at, hallId);
  const rate = player.isRunning ? player.speed : 0;
  const shown = useMemo(
    (): Shown | undefined =>
      frame && {
        views: { centre, wall: frame.wall, board: frame.board, boardCalls: frame.boardCalls },
        at: frame.at,
        queueAt: frame.queueAt,
        rate,
      },
    [frame, centre, rate],
  );
  return (
    <>
      <div className={styles.bar}>
        {children}
        <OneOf label={text('replayOn')} options={SCREENS} chosen={screen} said={text} choose={setScreen} />
        <PlayerBar player={player} fromAt={fromAt} toAt={toAt} />
      </div>
      <div className={styles.note}>
        {screen === 'replayBoard' ? <HallChoice halls={centre.halls} chosen={hallId} choose={setHall} /> : null}
        {text('replayPast')}
      </div>
      {shown === undefined || error ? <AskTrouble error={error} again={again} /> : null}
      <div className={styles.stage} data-screen={screen}>
        {shown && screen === 'replayWall' ? <PastWall shown={shown} /> : null}
        {shown && screen === 'replayBoard' ? <PastBoard shown={shown} /> : null}
      </div>
    </>
  );
}

/** The day that is chosen, under the way to another. */
function ChosenDay({ day, children }: { readonly day: string; readonly children: ReactNode }) {
  const { value, error, again } = useAnswer<'replayDay'>({ name: 'replayDay', payload: { day } }, 0);
  if (value) return <PlayedDay info={value}>{children}</PlayedDay>;
  return (
    <>
      <div className={styles.bar}>{children}</div>
      <AskTrouble error={error} again={again} />
    </>
  );
}

/** Any day of the log, played again at a chosen speed. */
export function ReplayPage() {
  const { text } = useManagerText();
  const { days, day, choose, error, again } = useDays();
  if (days === undefined) return <AskTrouble error={error} again={again} />;
  if (day === undefined) return <Empty>{text('replayNone')}</Empty>;
  return (
    <div className={styles.page}>
      <ChosenDay key={day} day={day}>
        <DayChoice days={days} chosen={day} choose={choose} />
      </ChosenDay>
    </div>
  );
}
