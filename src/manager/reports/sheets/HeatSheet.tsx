import { WEEKDAY_WORDS } from '../../../domain/reports/figures/group-words.ts';
import { inUnit } from '../../../domain/reports/figures/figure-words.ts';
import { HEAT_WORDS } from '../../../domain/reports/figures/table-words.ts';
import type { ReportAnswer } from '../../../protocol/answers/report-answers.ts';
import { Empty } from '../../Panel.tsx';
import { CsvLink } from '../CsvLink.tsx';
import { Defined } from '../Defined.tsx';
import type { PlotProps } from './HourSheet.tsx';
import styles from './plots.module.css';
import { useReportText } from '../use-report-text.ts';

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;
/** The tones of the map, and from how many minutes of median wait on each is used. */
const TONES_FROM_MINUTES = [0, 5, 10, 20, 30, 45] as const;

/** A day shorter than this is drawn with room behind it. */
const LEAST_HOURS = 8;

const toneOf = (p50Ms: number): number => TONES_FROM_MINUTES.findLastIndex((from) => p50Ms >= from * 60_000);

type Cell = ReportAnswer['heat'][number];

function HeatCell({ cell }: { readonly cell: Cell | undefined }) {
  const { text, number } = useReportText();
  if (!cell) return <td data-tone="none" />;
  return (
    <td data-tone={toneOf(cell.p50Ms)}>
      <strong>{number(Math.round(inUnit('minutes', cell.p50Ms)))}</strong>
      <small>{text('reportHeatWaits', { count: cell.waits })}</small>
    </td>
  );
}

/** The tones and what they stand for; each cell says its minutes as well. */
function Tones() {
  const { text, number } = useReportText();
  return (
    <ul className={styles.tones} aria-hidden="true">
      {TONES_FROM_MINUTES.map((from, tone) => (
        <li key={from} data-tone={tone}>
          {text('reportHeatFrom', { amount: number(from) })}
        </li>
      ))}
    </ul>
  );
}

/** The median wait of those who came, by weekday and hour: a table that is a picture too. */
export function HeatSheet({ report, question }: PlotProps) {
  const { language, text, hourText, defined } = useReportText();
  const { heat } = report;
  if (heat.length === 0) return <Empty>{text('reportNone')}</Empty>;
  const hours = heat.map(({ hour }) => hour);
  const first = Math.min(...hours);
  const length = Math.max(LEAST_HOURS, Math.max(...hours) - first + 1);
  const columns = Array.from({ length }, (_, place) => first + place).filter((hour) => hour < 24);
  const cells = new Map(heat.map((cell) => [`${cell.weekday} ${cell.hour}`, cell]));
  return (
    <div className={styles.sheet} tabIndex={0} role="region" aria-label={text('reportSheet.heat')}>
      <Defined figures={defined(HEAT_WORDS)} />
      <table className={styles.heat}>
        <caption className="visually-hidden">{text('reportSheet.heat')}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((hour) => (
              <th key={hour} scope="col">
                {hourText(hour)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DAYS.map((day) => (
            <tr key={day}>
              <th scope="row">{WEEKDAY_WORDS[day]?.[language]}</th>
              {columns.map((hour) => (
                <HeatCell key={hour} cell={cells.get(`${day} ${hour}`)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <footer className={styles.below}>
        <Tones />
        <CsvLink table="heat" question={question} />
      </footer>
    </div>
  );
}
