import type { AnswerOf } from '../../protocol/answers/answers.ts';
import { clockText } from '../../renderer/clock-text.ts';
import { useReportText } from '../reports/use-report-text.ts';
import { useCentre } from '../use-centre.ts';
import styles from './what-if.module.css';

const WIDTH = 1240;
const HEIGHT = 220;
const GROUND = 190;
const TOP = 14;
const HOUR_MS = 3_600_000;
/** The room for the numbers of the scale, on the side where the day begins. */
const SIDE = 44;

type Points = AnswerOf<'whatIf'>['was']['waiting'];

/** Fewer than this part of the most are not worth a night of a flat line. */
const FEW = 0.02;

/** The part of the day in which people wait, in both. */
function spanOf(all: Points): readonly [fromAt: number, toAt: number] {
  const most = Math.max(...all.map(({ count }) => count));
  const busy = all.filter(({ count }) => count > most * FEW).map(({ at }) => at);
  const [first, last] = [Math.min(...busy), Math.max(...busy)];
  return busy.length === 0
    ? [0, HOUR_MS]
    : [Math.floor(first / HOUR_MS) * HOUR_MS, (Math.floor(last / HOUR_MS) + 1) * HOUR_MS];
}

/** A round number at least that large, for the top of the scale. */
function roundTop(most: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return Math.max(4, Math.ceil(most / size) * size);
}

interface PlotProps {
  readonly was: Points;
  readonly wouldBe: Points;
}

/** Where a moment and a count lie. In Urdu the day begins on the right. */
function scaleOf({ was, wouldBe }: PlotProps, isRtl: boolean) {
  const all = [...was, ...wouldBe];
  const [fromAt, toAt] = spanOf(all);
  const top = roundTop(Math.max(...all.map(({ count }) => count)));
  const x = (at: number) => {
    const place = SIDE + ((at - fromAt) / (toAt - fromAt)) * (WIDTH - 2 * SIDE);
    return isRtl ? WIDTH - place : place;
  };
  const y = (count: number) => GROUND - (count / top) * (GROUND - TOP);
  const hours = Array.from({ length: Math.round((toAt - fromAt) / HOUR_MS) + 1 }, (_, hour) => fromAt + hour * HOUR_MS);
  const pathOf = (points: Points) =>
    points
      .filter(({ at }) => at >= fromAt && at <= toAt)
      .map(({ at, count }, place) => `${place === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(count).toFixed(1)}`)
      .join('');
  return { x, y, top, hours, pathOf };
}

/** Who waited over the day, in two lines. */
export function WaitingPlot(props: PlotProps) {
  const { language, text, number } = useReportText();
  const { timeZone } = useCentre();
  const isRtl = language === 'ur';
  const { x, y, top, hours, pathOf } = scaleOf(props, isRtl);
  const edge = isRtl ? WIDTH - SIDE + 8 : SIDE - 8;
  return (
    <figure className={styles.plot}>
      <figcaption>
        {text('whatIfWaiting')}
        <span data-line="was">{text('whatIfWas')}</span>
        <span data-line="wouldBe">{text('whatIfWouldBe')}</span>
        <small>{text('whatIfWaitingMeans')}</small>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" data-rtl={isRtl}>
        {[0, top / 2, top].map((count) => (
          <g key={count}>
            <line x1={SIDE} x2={WIDTH - SIDE} y1={y(count)} y2={y(count)} />
            <text data-scale x={edge} y={y(count) + 4}>
              {number(count)}
            </text>
          </g>
        ))}
        {hours.map((at) => (
          <text key={at} x={x(at)} y={GROUND + 22}>
            {clockText(at, timeZone, language)}
          </text>
        ))}
        <path data-line="was" d={pathOf(props.was)} />
        <path data-line="wouldBe" d={pathOf(props.wouldBe)} />
      </svg>
    </figure>
  );
}
