import type { FigureName } from '../../domain/reports/figures/figures.ts';
import type { AnswerOf } from '../../protocol/answers.ts';
import { clockText } from '../../renderer/clock-text.ts';
import { useReportText } from '../reports/use-report-text.ts';
import { useCentre } from '../use-centre.ts';
import styles from './what-if.module.css';
import { WaitingPlot } from './WaitingPlot.tsx';

type WhatIf = AnswerOf<'whatIf'>;
type Total = WhatIf['was']['total'];

const TOTALS = ['served', 'waitP50Ms', 'waitP90Ms', 'inTargetShare', 'left', 'carriedOver', 'idleMs'] as const;
const BY_SERVICE = ['served', 'waitP50Ms', 'waitP90Ms', 'inTargetShare'] as const;

/** A figure as it was, and as it would have been where that is another. */
function Pair({ name, was, wouldBe }: { readonly name: FigureName; readonly was: Total; readonly wouldBe: Total }) {
  const { figure } = useReportText();
  const [before, after] = [figure(name, was[name]), figure(name, wouldBe[name])];
  return (
    <span className={styles.pair} data-same={before === after}>
      <bdi>{before}</bdi>
      <span aria-hidden="true">→</span>
      <strong>
        <bdi>{after}</bdi>
      </strong>
    </span>
  );
}

/** The whole day in a few figures. */
function Totals({ was, wouldBe }: Pick<WhatIf, 'was' | 'wouldBe'>) {
  const { language, text, figureName, figureMeans } = useReportText();
  const { timeZone } = useCentre();
  const clock = (at: number | null) => (at === null ? '–' : clockText(at, timeZone, language));
  const [before, after] = [clock(was.lastAt), clock(wouldBe.lastAt)];
  return (
    <dl className={styles.totals}>
      {TOTALS.map((name) => (
        <div key={name} title={figureMeans(name)}>
          <dt>{figureName(name)}</dt>
          <dd>
            <Pair name={name} was={was.total} wouldBe={wouldBe.total} />
          </dd>
        </div>
      ))}
      <div>
        <dt>{text('whatIfLast')}</dt>
        <dd className={styles.pair} data-same={before === after}>
          <bdi>{before}</bdi>
          <span aria-hidden="true">→</span>
          <strong>
            <bdi>{after}</bdi>
          </strong>
        </dd>
      </div>
    </dl>
  );
}

function ServiceTable({ was, wouldBe }: Pick<WhatIf, 'was' | 'wouldBe'>) {
  const { text, figureName, figureMeans } = useReportText();
  const { serviceName } = useCentre();
  const changed = new Map(wouldBe.rows.map(({ key, figures }) => [key, figures]));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{text('whatIfService')}</th>
          {BY_SERVICE.map((name) => (
            <th key={name} scope="col" title={figureMeans(name)}>
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
                <Pair name={name} was={figures} wouldBe={changed.get(key) ?? { ...figures, [name]: null }} />
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
      <WaitingPlot was={was.waiting} wouldBe={wouldBe.waiting} />
      <ServiceTable was={was} wouldBe={wouldBe} />
    </div>
  );
}
