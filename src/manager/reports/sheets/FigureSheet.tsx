import { useState } from 'react';
import { GROUPING_WORDS } from '../../../domain/reports/figures/group-words.ts';
import type { FigureName } from '../../../domain/reports/figures/figures.ts';
import type { ReportAnswer, ReportQuestion } from '../../../protocol/answers/report-answers.ts';
import { Empty } from '../../Panel.tsx';
import { Defined } from '../Defined.tsx';
import { JumpTable } from './JumpTable.tsx';
import { FIGURE_SHEETS, type FigureSheetName } from './sheet-names.ts';
import { nextSorting, sortRows, type Sorting } from '../sort-rows.ts';
import styles from './figures.module.css';
import { useGroupText, useReportText } from '../use-report-text.ts';

interface FigureProps {
  readonly report: ReportAnswer;
  readonly sheet: FigureSheetName;
  readonly question: ReportQuestion;
}

/** Each figure over all, with what it means. */
function Totals({ report, sheet }: Omit<FigureProps, 'question'>) {
  const { figure, figureName, figureMeans } = useReportText();
  const figures = FIGURE_SHEETS[sheet].map((name) => ({
    key: name,
    name: figureName(name),
    value: figure(name, report.total[name]),
    means: figureMeans(name),
  }));
  return <Defined figures={figures} className={styles.totals} />;
}

interface HeadProps {
  readonly name: FigureName;
  readonly sorting: Sorting | null;
  readonly sort: (sorting: Sorting | null) => void;
}

/** The head of a figure's column; a press sorts by it. */
function SortHead({ name, sorting, sort }: HeadProps) {
  const { figureName } = useReportText();
  const isSorted = sorting?.by === name;
  const direction = sorting?.isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={isSorted ? direction : 'none'}>
      <button type="button" onClick={() => sort(nextSorting(sorting, name))}>
        <span aria-hidden="true">{isSorted ? (sorting.isDescending ? '▾' : '▴') : ''}</span>
        {figureName(name)}
      </button>
    </th>
  );
}

function Table({ report, sheet, question: { groupBy } }: FigureProps) {
  const { language, text, figure } = useReportText();
  const group = useGroupText();
  const [sorting, sort] = useState<Sorting | null>(null);
  const names = FIGURE_SHEETS[sheet];
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{text(`reportSheet.${sheet}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{GROUPING_WORDS[groupBy][language]}</th>
          {names.map((name) => (
            <SortHead key={name} name={name} sorting={sorting} sort={sort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {sortRows(report.rows, sorting).map(({ key, figures }) => (
          <tr key={key}>
            <th scope="row">
              <bdi>{group(groupBy, key)}</bdi>
            </th>
            {names.map((name) => (
              <td key={name}>{figure(name, figures[name])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Figures that belong together: what each is over all, and a table of them by group. */
export function FigureSheet({ report, sheet, question }: FigureProps) {
  const { text } = useReportText();
  return (
    <div className={styles.sheet}>
      <Totals report={report} sheet={sheet} />
      <div className={styles.tables} tabIndex={0} role="region" aria-label={text(`reportSheet.${sheet}`)}>
        {report.rows.length === 0 ? <Empty>{text('reportNone')}</Empty> : null}
        {report.rows.length > 0 ? <Table report={report} sheet={sheet} question={question} /> : null}
        {report.left > 0 ? <p className={styles.more}>{text('reportLeft', { count: report.left })}</p> : null}
        {sheet === 'exceptions' && report.jumps.length > 0 ? <JumpTable report={report} question={question} /> : null}
      </div>
    </div>
  );
}
