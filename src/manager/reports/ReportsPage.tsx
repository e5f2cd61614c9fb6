import { useState } from 'react';
import { NO_FILTER } from '../../domain/reports/figures/grouping.ts';
import type { ReportQuestion } from '../../protocol/answers/report-answers.ts';
import type { ManagerView } from '../../protocol/views/views.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { AskTrouble } from '../AskTrouble.tsx';
import { useAnswer } from '../use-answer.ts';
import { CounterSheet } from './sheets/CounterSheet.tsx';
import { Exports } from './Exports.tsx';
import { FigureSheet } from './sheets/FigureSheet.tsx';
import { FilterBar } from './FilterBar.tsx';
import { HeatSheet } from './sheets/HeatSheet.tsx';
import { HourSheet } from './sheets/HourSheet.tsx';
import { type Period, periodAt } from './period.ts';
import { PeriodChoice } from './PeriodChoice.tsx';
import styles from './reports.module.css';
import { SheetNav } from './SheetNav.tsx';
import { isFigureSheet, type SheetName } from './sheets/sheet-names.ts';
import { StageSheet } from './sheets/StageSheet.tsx';

/** Today's figures are asked for anew so often; those of past days never change. */
const FRESH_MS = 30_000;

type Choice = Pick<ReportQuestion, 'groupBy' | 'filter'>;

interface SheetProps {
  readonly sheet: SheetName;
  readonly question: ReportQuestion;
  readonly freshness: number;
}

/** What is looked at of a report, or why there is nothing to look at. */
function Sheet({ sheet, question, freshness }: SheetProps) {
  const { value, error, again } = useAnswer<'report'>({ name: 'report', payload: question }, freshness);
  if (sheet === 'counters') return <CounterSheet question={question} freshness={freshness} />;
  if (value === undefined) return <AskTrouble error={error} again={again} />;
  if (isFigureSheet(sheet)) return <FigureSheet report={value} sheet={sheet} question={question} />;
  if (sheet === 'hours') return <HourSheet report={value} question={question} />;
  const Plot = sheet === 'heat' ? HeatSheet : StageSheet;
  return <Plot report={value} question={question} />;
}

/** The figures of a day, week, month or any span of days, in tables, plots and files. */
export function ReportsPage({ view }: { readonly view: ManagerView }) {
  const { stamp } = useHub();
  const [period, setPeriod] = useState<Period>(() => periodAt('day', view.serviceDay));
  const [choice, setChoice] = useState<Choice>({ groupBy: 'service', filter: NO_FILTER });
  const [sheet, setSheet] = useState<SheetName>('people');
  const { fromDay, toDay } = period;
  const question = { fromDay, toDay, ...choice };
  const hasToday = fromDay <= view.serviceDay && view.serviceDay <= toDay;
  const freshness = hasToday ? Math.floor((stamp?.at ?? 0) / FRESH_MS) : 0;
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <PeriodChoice period={period} today={view.serviceDay} choose={setPeriod} />
        <Exports question={question} />
      </header>
      <FilterBar question={question} choose={setChoice} />
      <div className={styles.body}>
        <SheetNav chosen={sheet} choose={setSheet} />
        <section className={styles.sheet}>
          <Sheet sheet={sheet} question={question} freshness={freshness} />
        </section>
      </div>
    </div>
  );
}
