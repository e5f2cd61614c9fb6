import type { ReportAnswer, ReportQuestion } from '../../../protocol/answers/report-answers.ts';
import { Empty } from '../../Panel.tsx';
import styles from './plots.module.css';
import { CsvLink } from '../CsvLink.tsx';
import { Defined } from '../Defined.tsx';
import { PlotTable } from './PlotTable.tsx';
import { useReportText } from '../use-report-text.ts';

const WIDTH = 1060;
const HEIGHT = 340;
const GROUND = 300;
const TOP = 30;
/** Hours in a row; a day shorter than this is drawn with room around. */
const LEAST_HOURS = 8;

export interface PlotProps {
  readonly report: ReportAnswer;
  readonly question: ReportQuestion;
}

type Hour = ReportAnswer['byHour'][number];

interface BarProps {
  readonly x: number;
  readonly width: number;
  readonly value: number;
  readonly most: number;
  readonly kind: 'tokens' | 'served';
}

function Bar({ x, width, value, most, kind }: BarProps) {
  const { number } = useReportText();
  const height = (value / Math.max(1, most)) * (GROUND - TOP);
  if (value === 0) return null;
  return (
    <g>
      <rect data-kind={kind} x={x} y={GROUND - height} width={width} height={height} rx="2" />
      <text x={x + width / 2} y={GROUND - height - 6} data-kind="value">
        {number(value)}
      </text>
    </g>
  );
}

/** A pair of bars for each hour. In Urdu the day begins on the right. */
function Bars({ hours }: { readonly hours: readonly Hour[] }) {
  const { language, hourText } = useReportText();
  const first = hours[0]?.hour ?? 0;
  const count = Math.max(LEAST_HOURS, (hours.at(-1)?.hour ?? 0) - first + 1);
  const most = Math.max(...hours.flatMap(({ tokens, served }) => [tokens, served]));
  const step = WIDTH / count;
  const bar = Math.min(34, step * 0.36);
  const isRtl = language === 'ur';
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.plot} aria-hidden="true">
      <defs>
        <pattern id="served" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" data-kind="servedGround" />
          <rect width="2" height="6" data-kind="servedLine" />
        </pattern>
      </defs>
      <line x1="0" x2={WIDTH} y1={GROUND} y2={GROUND} />
      {hours.map(({ hour, tokens, served }) => {
        const place = (hour - first + 0.5) * step;
        const middle = isRtl ? WIDTH - place : place;
        const [before, after] = [middle - bar - 1, middle + 1];
        return (
          <g key={hour}>
            <Bar x={isRtl ? after : before} width={bar} value={tokens} most={most} kind="tokens" />
            <Bar x={isRtl ? before : after} width={bar} value={served} most={most} kind="served" />
            <text x={middle} y={GROUND + 24}>
              {hourText(hour)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Who came against whose visit ended, hour by hour. */
export function HourSheet({ report, question }: PlotProps) {
  const { text, number, hourText, figureName, figureMeans } = useReportText();
  const hours = report.byHour.filter(({ tokens, served }) => tokens + served > 0);
  if (hours.length === 0) return <Empty>{text('reportNone')}</Empty>;
  const figures = (['tokens', 'served'] as const).map((name) => ({
    key: name,
    name: (
      <>
        <span data-kind={name} aria-hidden="true" /> {figureName(name)}
      </>
    ),
    means: figureMeans(name),
  }));
  return (
    <div className={styles.sheet} tabIndex={0} role="region" aria-label={text('reportSheet.hours')}>
      <Defined figures={figures} className={styles.key} />
      <Bars hours={hours} />
      <div className={styles.below}>
        <PlotTable
          heads={[text('reportHour'), figureName('tokens'), figureName('served')]}
          rows={hours.map(({ hour, tokens, served }) => [hourText(hour), number(tokens), number(served)])}
        />
        <CsvLink table="hours" question={question} />
      </div>
    </div>
  );
}
