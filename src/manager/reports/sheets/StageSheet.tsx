import { CASE_WORDS, FUNNEL_WORDS } from '../../../domain/reports/figures/table-words.ts';
import type { ReportAnswer, ReportQuestion } from '../../../protocol/answers/report-answers.ts';
import { Empty } from '../../Panel.tsx';
import { useCentre } from '../../use-centre.ts';
import { CsvLink } from '../CsvLink.tsx';
import { Defined } from '../Defined.tsx';
import figureStyles from './figures.module.css';
import type { PlotProps } from './HourSheet.tsx';
import styles from './plots.module.css';
import { useReportText } from '../use-report-text.ts';

type Funnel = readonly ReportAnswer['funnel'][number][];
type Cases = readonly ReportAnswer['cases'][number][];

const HOUR_S = 3600;

/** In the order of a full journey. */
function useOrder() {
  const { centre } = useCentre();
  const order = (centre?.stages ?? []).map(({ id }) => id);
  return <Row extends { readonly stage: string }>(rows: readonly Row[]): readonly Row[] =>
    rows.toSorted((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage));
}

interface HeadProps {
  readonly table: 'funnel' | 'cases';
  readonly words: typeof FUNNEL_WORDS | typeof CASE_WORDS;
  readonly question: ReportQuestion;
}

/** What a table of stages is called, and its columns. */
function Head({ table, words, question }: HeadProps) {
  const { language, text, tableName } = useReportText();
  return (
    <>
      <caption>
        {tableName(table)} <CsvLink table={table} question={question} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{text('reportStage')}</th>
          {Object.entries(words).map(([key, { name }]) => (
            <th key={key} scope="col">
              {name[language]}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

/** How many joined the line of each counter stage, were called, and were done with it: bars that share one scale. */
function FunnelTable({ funnel, question }: { readonly funnel: Funnel; readonly question: ReportQuestion }) {
  const { number } = useReportText();
  const { stageName } = useCentre();
  const most = Math.max(1, ...funnel.map(({ joined }) => joined));
  const bar = (value: number, kind: string) => (
    <td>
      <span className={styles.funnelBar}>
        <span data-kind={kind} style={{ inlineSize: `${(Math.min(value, most) / most) * 100}%` }} aria-hidden="true" />
      </span>
      <b>{number(value)}</b>
    </td>
  );
  return (
    <table className={styles.funnel}>
      <Head table="funnel" words={FUNNEL_WORDS} question={question} />
      <tbody>
        {funnel.map(({ stage, joined, waits, completed }) => (
          <tr key={stage}>
            <th scope="row">{stageName(stage)}</th>
            {bar(joined, 'tokens')}
            {bar(waits, 'called')}
            {bar(completed, 'served')}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CaseTable({ cases, question }: { readonly cases: Cases; readonly question: ReportQuestion }) {
  const { text, number } = useReportText();
  const { stageName } = useCentre();
  const took = (seconds: number | null): string => {
    if (seconds === null) return '–';
    const isShort = seconds < 2 * HOUR_S;
    const amount = number(Math.round((seconds / (isShort ? 60 : HOUR_S)) * 10) / 10);
    return text(isShort ? 'reportUnit.minutes' : 'reportUnit.hours', { amount });
  };
  return (
    <table className={figureStyles.table}>
      <Head table="cases" words={CASE_WORDS} question={question} />
      <tbody>
        {cases.map(({ stage, ended, sentBack, late, tookP50S, tookP90S, open, overdue }) => (
          <tr key={stage}>
            <th scope="row">{stageName(stage)}</th>
            <td>{number(ended)}</td>
            <td>{number(sentBack)}</td>
            <td>{number(late)}</td>
            <td>{took(tookP50S)}</td>
            <td>{took(tookP90S)}</td>
            <td>{number(open)}</td>
            <td data-trouble={overdue > 0}>{number(overdue)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Stages: how tokens pass through those at counters, and how applications pass through all of them. */
export function StageSheet({ report, question }: PlotProps) {
  const { text, defined } = useReportText();
  const inOrder = useOrder();
  if (report.funnel.length + report.cases.length === 0) return <Empty>{text('reportNone')}</Empty>;
  return (
    <div className={styles.sheet} tabIndex={0} role="region" aria-label={text('reportSheet.stages')}>
      <FunnelTable funnel={inOrder(report.funnel)} question={question} />
      <Defined figures={defined(FUNNEL_WORDS)} />
      {report.cases.length > 0 ? (
        <>
          <CaseTable cases={inOrder(report.cases)} question={question} />
          <Defined figures={defined(CASE_WORDS)} />
        </>
      ) : null}
    </div>
  );
}
