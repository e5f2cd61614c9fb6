import { useState } from 'react';
import { useAnswer } from '../use-answer.ts';

/** The days of the log, and the one that is looked at: the newest that is over, where there is one. */
export function useDays() {
  const { value, error, again } = useAnswer<'replayDays'>({ name: 'replayDays', payload: {} }, 0);
  const [chosen, choose] = useState<string | undefined>();
  const days = value?.days;
  const usual = days?.find(({ toAt }) => toAt !== null) ?? days?.[0];
  return { days, day: chosen ?? usual?.day, choose, error, again };
}
