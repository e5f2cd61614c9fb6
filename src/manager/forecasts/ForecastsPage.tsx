import { ColumnHeads } from '../ColumnHeads.tsx';
import { useManagerText } from '../manager-words.tsx';
import { useCentre } from '../use-centre.ts';
import styles from './forecasts.module.css';
import { type Score, totalsOf } from './totals.ts';
import { useFigureText } from './use-figure-text.ts';

const FIGURES = ['count', 'mae', 'bias', 'beyond'] as const;

/** Each figure over all days, with what it means. */
function Definitions({ scores }: { readonly scores: readonly Score[] }) {
  const { text } = useManagerText();
  const figureText = useFigureText();
  const total = totalsOf(scores);
  return (
    <dl className={styles.definitions}>
      {FIGURES.map((name) => (
        <div key={name}>
          <dt>{text(name)}</dt>
          <dd>{scores.length === 0 ? '–' : figureText(name, total)}</dd>
          <dd>{text(`${name}More`)}</dd>
        </div>
      ))}
    </dl>
  );
}

function ScoreRow({ score }: { readonly score: Score }) {
  const { serviceName, day } = useCentre();
  const figureText = useFigureText();
  return (
    <tr>
      <td>{day(score.serviceDay)}</td>
      <th scope="row">{serviceName(score.serviceId)}</th>
      {FIGURES.map((name) => (
        <td key={name}>{figureText(name, score)}</td>
      ))}
    </tr>
  );
}

function Scores({ scores }: { readonly scores: readonly Score[] }) {
  const newest = scores.toSorted((a, b) => b.serviceDay.localeCompare(a.serviceDay) || b.count - a.count);
  return (
    <table className={styles.scores}>
      <ColumnHeads names={['forecastDay', 'forecastService', ...FIGURES]} />
      <tbody>
        {newest.map((score) => (
          <ScoreRow key={`${score.serviceDay} ${score.serviceId}`} score={score} />
        ))}
      </tbody>
    </table>
  );
}

/** What was forecast at issue against what happened, by day and service. */
export function ForecastsPage({ scores }: { readonly scores: readonly Score[] }) {
  const { text } = useManagerText();
  return (
    <div className={styles.page}>
      <header>
        <h2>{text('forecastTitle')}</h2>
        <p>{text('forecastAll')}</p>
      </header>
      <Definitions scores={scores} />
      <div className={styles.body} tabIndex={0}>
        {scores.length > 0 ? (
          <Scores scores={scores} />
        ) : (
          <div className={styles.none}>
            <h3>{text('forecastNone')}</h3>
            <p>{text('forecastNoneMore')}</p>
          </div>
        )}
      </div>
    </div>
  );
}
