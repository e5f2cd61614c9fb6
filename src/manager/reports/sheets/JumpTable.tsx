import { jumpReasonText } from '../../../domain/reports/figures/table-words.ts';
import type { ReportAnswer, ReportQuestion } from '../../../protocol/answers/report-answers.ts';
import { CsvLink } from '../CsvLink.tsx';
import { useReportText } from '../use-report-text.ts';
import styles from './figures.module.css';

interface JumpProps {
  readonly report: ReportAnswer;
  readonly question: ReportQuestion;
}

/** Why tokens were called out of order; what its figures mean stands with the totals above. */
export function JumpTable({ report, question }: JumpProps) {
  const { language, text, number, tableName, figureName } = useReportText();
  return (
    <table className={styles.table}>
      <caption>
        {tableName('jumps')} <CsvLink table="jumps" question={question} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{text('reportReason')}</th>
          <th scope="col">{figureName('jumps')}</th>
          <th scope="col">{figureName('overtaken')}</th>
        </tr>
      </thead>
      <tbody>
        {report.jumps.map(({ reason, count, overtaken }) => (
          <tr key={reason}>
            <th scope="row">
              <bdi>{jumpReasonText(reason, language)}</bdi>
            </th>
            <td>{number(count)}</td>
            <td>{number(overtaken)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
