import { useState } from 'react';
import type { AnswerOf } from '../../protocol/answers/answers.ts';
import type { WireError } from '../../protocol/replies.ts';
import { useHubClient } from '../../renderer/use-hub.ts';
import { AskTrouble } from '../AskTrouble.tsx';
import { useManagerText } from '../manager-words.tsx';
import { Empty } from '../Panel.tsx';
import { DayChoice } from '../replay/DayChoice.tsx';
import { useDays } from '../replay/use-days.ts';
import { useAnswer } from '../use-answer.ts';
import { askedOf, type ChosenChange, isNothing, NOTHING_CHOSEN } from './change-form.ts';
import { ChangeForm } from './ChangeForm.tsx';
import { SideBySide } from './SideBySide.tsx';
import styles from './what-if.module.css';

interface Played {
  readonly answer?: AnswerOf<'whatIf'>;
  readonly change?: ChosenChange;
  readonly error?: WireError;
  readonly isPlaying: boolean;
}

/** Has the hub play a day with a change. */
function usePlay(day: string) {
  const client = useHubClient();
  const [played, set] = useState<Played>({ isPlaying: false });
  const play = async (change: ChosenChange): Promise<void> => {
    set((before) => ({ ...before, isPlaying: true }));
    const reply = await client.ask<'whatIf'>({ name: 'whatIf', payload: askedOf(day, change) });
    set(reply.ok ? { answer: reply.value, change, isPlaying: false } : { error: reply.error, isPlaying: false });
  };
  return { ...played, play };
}

/** What is changed of one day, and how it would have gone. */
function ChangedDay({ day }: { readonly day: string }) {
  const { value, error: dayError, again } = useAnswer<'replayDay'>({ name: 'replayDay', payload: { day } }, 0);
  const [change, choose] = useState(NOTHING_CHOSEN);
  const { answer, change: asked, error, isPlaying, play } = usePlay(day);
  if (!value) return <AskTrouble error={dayError} again={again} />;
  const go = () => void play(change);
  return (
    <>
      <ChangeForm centre={value.centre} change={change} choose={choose} isPlaying={isPlaying} go={go} />
      {error ? <AskTrouble error={error} again={go} /> : null}
      {answer && asked ? <SideBySide answer={answer} isSame={isNothing(asked)} /> : null}
    </>
  );
}

/** How a day would have gone with a counter more or less, or with another promise. */
export function WhatIfPage() {
  const { text } = useManagerText();
  const { days, day, choose, error, again } = useDays();
  if (days === undefined) return <AskTrouble error={error} again={again} />;
  if (day === undefined) return <Empty>{text('replayNone')}</Empty>;
  return (
    <div className={styles.page}>
      <div className={styles.ask}>
        <DayChoice days={days} chosen={day} choose={choose} />
        <h2>{text('whatIfAsk')}</h2>
      </div>
      <ChangedDay key={day} day={day} />
    </div>
  );
}
