import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { epochDay } from '../../domain/calendar/civil-date.ts';
import { MOST_DAYS } from '../../protocol/answers/report-answers.ts';
import { OneOf } from './OneOf.tsx';
import { type Period, periodAt, PERIODS, stepPeriod } from './period.ts';
import styles from './reports.module.css';
import { useGroupText, useReportText } from './use-report-text.ts';
import { useCentre } from '../use-centre.ts';

interface PeriodProps {
  readonly period: Period;
  readonly today: string;
  readonly choose: (period: Period) => void;
}

const isSpan = (fromDay: string, toDay: string): boolean =>
  fromDay !== '' && toDay !== '' && fromDay <= toDay && epochDay(toDay) - epochDay(fromDay) < MOST_DAYS;

/** The two ends of any span; one that is no span yet is not taken over. */
function SpanEnds({ period, choose }: Omit<PeriodProps, 'today'>) {
  const { text } = useReportText();
  const { fromDay, toDay } = period;
  const take = (from: string, to: string) => {
    if (isSpan(from, to)) choose({ kind: 'span', fromDay: from, toDay: to });
  };
  return (
    <span className={styles.ends}>
      <label>
        {text('reportFrom')}
        <input type="date" value={fromDay} max={toDay} onChange={(event) => take(event.target.value, toDay)} />
      </label>
      <label>
        {text('reportTo')}
        <input type="date" value={toDay} min={fromDay} onChange={(event) => take(fromDay, event.target.value)} />
      </label>
    </span>
  );
}

/** The period in words, as long as it is no span with ends of its own. */
function PeriodName({ period }: { readonly period: Period }) {
  const { day } = useCentre();
  const group = useGroupText();
  const { kind, fromDay, toDay } = period;
  if (kind === 'month') return <>{group('month', fromDay.slice(0, 7))}</>;
  return kind === 'day' ? (
    <>{day(fromDay)}</>
  ) : (
    <>
      <bdi>{day(fromDay)}</bdi> – <bdi>{day(toDay)}</bdi>
    </>
  );
}

/** Which days the report is about. */
export function PeriodChoice({ period, today, choose }: PeriodProps) {
  const { text } = useReportText();
  const anchor = period.toDay < today ? period.toDay : period.fromDay > today ? period.fromDay : today;
  return (
    <div className={styles.period}>
      <OneOf
        label={text('reportPeriod')}
        options={PERIODS}
        chosen={period.kind}
        said={(kind) => text(`reportPeriod.${kind}`)}
        choose={(kind) => choose(kind === 'span' ? { ...period, kind } : periodAt(kind, anchor))}
      />
      <Button
        className={styles.step ?? ''}
        aria-label={text('reportBefore')}
        onPress={() => choose(stepPeriod(period, -1))}
      >
        <ChevronLeft aria-hidden="true" />
      </Button>
      {period.kind === 'span' ? (
        <SpanEnds period={period} choose={choose} />
      ) : (
        <h2 aria-live="polite">
          <PeriodName period={period} />
        </h2>
      )}
      <Button
        className={styles.step ?? ''}
        aria-label={text('reportAfter')}
        isDisabled={period.toDay >= today}
        onPress={() => choose(stepPeriod(period, 1))}
      >
        <ChevronRight aria-hidden="true" />
      </Button>
    </div>
  );
}
