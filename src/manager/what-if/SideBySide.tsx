import type { AnswerOf } from '../../protocol/answers/answers.ts';
import { clockText } from '../../renderer/clock-text.ts';
import { Defined } from '../reports/Defined.tsx';
import { useReportText } from '../reports/use-report-text.ts';
import { useCentre } from '../use-centre.ts';
import styles from './what-if.module.css';
import { WaitingPlot } from './WaitingPlot.tsx';

type WhatIf = AnswerOf<'whatIf'>;

const TOTALS = ['served', 'waitP50Ms', 'waitP90Ms', 'inTargetShare', 'left', 'carriedOver', 'idleMs'] as const;
const BY_SERVICE = ['served', 'waitP50Ms', 'waitP90Ms', 'inTargetShare'] as const;

interface PairProps {
  readonly before: string;
  readonly after: string;
}

/** What was, and what would have been where that is another. */
const Pair = ({ before, after }: PairProps) => (
  <span className={styles.pair} data-same={before === after}>
    <bdi>{before}</bdi>
    <span aria-hidden="true">→</span>
    <strong>
      <bdi>{after}</bdi>
    </strong>
  </span>
);

/** The whole day in a few figures, each with what it means. */
function Totals({ was, wouldBe }: Pick<WhatIf, 'was' | 'wouldBe'>) {
  const { language, text, figure, figureName, figureMeans } = useReportText();
  const { timeZone } = useCentre();
  const clock = (at: number | null) => (at === null ? '–' : clockText(at, timeZone, language));
  const figures = TOTALS.map((name) => ({
    key: name,
    name: figureName(name),
    value: <Pair before={figure(name, was.total[name])} after={figure(name, wouldBe.total[name])} />,
    means: figureMeans(name),
  }));
  const last = {
    key: 'last',
    name: text('whatIfLast'),
    value: <Pair before={clock(was.lastAt)} after={clock(wouldBe.lastAt)} />,
    means: text('whatIfLastMeans'),
  };
  return <Defined figures={[...figures, last]} className={styles.totals} />;
}

/** The same by service; what its figures mean stands with the totals right above. */
function ServiceTable({ was, wouldBe }: Pick<WhatIf, 'was' | 'wouldBe'>) {
  const { text, figure, figureName } = useReportText();
  const { serviceName } = useCentre();
  const changed = new Map(wouldBe.rows.map(({ key, figures }) => [key, figures]));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{text('whatIfService')}</th>
          {BY_SERVICE.map((name) => (
            <th key={name} scope="col">
              {figureName(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {was.rows.map(({ key, figures }) => (
          <tr key={key}>
            <th scope="row">{serviceName(key)}</th>
            {BY_SERVICE.map((name) => (
              <td key={name}>
                <Pair before={figure(name, figures[name])} after={figure(name, changed.get(key)?.[name] ?? null)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The day as it was and as it would have been, by the same figures. */
export function SideBySide({ answer, isSame }: { readonly answer: WhatIf; readonly isSame: boolean }) {
  const { text } = useReportText();
  const { was, wouldBe } = answer;
  return (
    <div className={styles.result} tabIndex={0} role="region" aria-label={text('whatIfWouldBe')}>
      <p className={styles.means}>{text(isSame ? 'whatIfSame' : 'whatIfMeans')}</p>
      <Totals was={was} wouldBe={wouldBe} />
      <ServiceTable was={was} wouldBe={wouldBe} />
      <WaitingPlot was={was.waiting} wouldBe={wouldBe.waiting} />
    </div>
  );
}
