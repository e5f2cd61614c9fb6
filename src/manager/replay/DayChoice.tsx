import type { AnswerOf } from '../../protocol/answers/answers.ts';
import { useManagerText } from '../manager-words.tsx';
import { useCentre } from '../use-centre.ts';

interface DayProps {
  readonly days: AnswerOf<'replayDays'>['days'];
  readonly chosen: string;
  readonly choose: (day: string) => void;
}

/** A day of the log; the one that goes on says that it does. */
export function DayChoice({ days, chosen, choose }: DayProps) {
  const { text } = useManagerText();
  const { day: dayText } = useCentre();
  return (
    <label>
      {text('replayDay')}
      <select value={chosen} onChange={(event) => choose(event.target.value)}>
        {days.map(({ day, toAt }) => (
          <option key={day} value={day}>
            {toAt === null ? text('replayToday', { day: dayText(day) }) : dayText(day)}
          </option>
        ))}
      </select>
    </label>
  );
}
