import styles from './figures.module.css';
import { useReportText } from '../use-report-text.ts';

interface PlotTableProps {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a plot shows, as a table: for who does not see it, and for who wants the numbers. */
export function PlotTable({ heads, rows }: PlotTableProps) {
  const { text } = useReportText();
  return (
    <details className={styles.numbers}>
      <summary>{text('reportAsTable')}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...others]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {others.map((cell, place) => (
                // The columns of a row never change their order.
                // oxlint-disable-next-line react/no-array-index-key
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
