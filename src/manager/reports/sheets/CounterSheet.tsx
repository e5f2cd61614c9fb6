import type { Phase } from '../../../domain/reports/day-facts.ts';
import { FIGURE_WORDS } from '../../../domain/reports/figures/figure-words.ts';
import { PHASE_WORDS } from '../../../domain/reports/figures/group-words.ts';
import { PHASE_MEANS } from '../../../domain/reports/figures/table-words.ts';
import type { CounterDay, ReportQuestion } from '../../../protocol/answers/report-answers.ts';
import { AskTrouble } from '../../AskTrouble.tsx';
import { Empty } from '../../Panel.tsx';
import { useAnswer } from '../../use-answer.ts';
import { useCentre } from '../../use-centre.ts';
import { CsvLink } from '../CsvLink.tsx';
import { Defined } from '../Defined.tsx';
import styles from './gantt.module.css';
import { useReportText } from '../use-report-text.ts';

/** Height of each phase as a part of its row: they differ in colour and in height. */
const PARTS: Readonly<Record<Phase, number>> = { serving: 1, called: 1, idle: 0.55, free: 0.55, onBreak: 0.2 };
const SHOWN: readonly Phase[] = ['serving', 'called', 'idle', 'free', 'onBreak'];
const WIDTH = 1000;
const HEIGHT = 20;
const HOUR_MS = 3_600_000;

const TIMES = ['openMs', 'servingMs', 'idleMs', 'breakMs'] as const;
const { openMs, servingMs, idleMs, breakMs, calls } = FIGURE_WORDS;
/** What stands in the table and in the key, each once. */
const WORDS = {
  openMs,
  servingMs,
  called: PHASE_MEANS.called,
  idleMs,
  free: PHASE_MEANS.free,
  breakMs,
  calls,
} as const;

type Line = CounterDay['counters'][number];

/** All spans of a phase as one path: a day has thousands of them. */
function pathOf(line: Line, phase: number, part: number, { fromMs, toMs }: CounterDay, isRtl: boolean): string {
  const scale = WIDTH / Math.max(1, toMs - fromMs);
  const height = HEIGHT * part;
  let path = '';
  for (let place = 0; place < line.spans.length; place += 3) {
    const [kind, fromS = 0, toS = 0] = line.spans.slice(place, place + 3);
    if (kind !== phase) continue;
    const [from, to] = [(fromS * 1000 - fromMs) * scale, (toS * 1000 - fromMs) * scale];
    const left = isRtl ? WIDTH - to : from;
    path += `M${left.toFixed(1)} ${HEIGHT}v${-height}h${(to - from).toFixed(1)}v${height}z`;
  }
  return path;
}

function Spans({ line, day }: { readonly line: Line; readonly day: CounterDay }) {
  const { language } = useReportText();
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className={styles.spans} aria-hidden="true">
      {day.phases.map((phase, place) => (
        <path key={phase} data-phase={phase} d={pathOf(line, place, PARTS[phase], day, language === 'ur')} />
      ))}
    </svg>
  );
}

function Hours({ day: { fromMs, toMs } }: { readonly day: CounterDay }) {
  const { hourText } = useReportText();
  const first = Math.ceil(fromMs / HOUR_MS);
  const hours = Array.from({ length: Math.floor(toMs / HOUR_MS) - first + 1 }, (_, place) => first + place);
  return (
    <span className={styles.hours} aria-hidden="true">
      {hours.map((hour) => (
        <span
          key={hour}
          style={{ insetInlineStart: `${((hour * HOUR_MS - fromMs) / Math.max(1, toMs - fromMs)) * 100}%` }}
        >
          {hourText(hour % 24)}
        </span>
      ))}
    </span>
  );
}

function Key() {
  const { language } = useReportText();
  return (
    <ul className={styles.key} aria-hidden="true">
      {SHOWN.map((phase) => (
        <li key={phase}>
          <svg width="16" height={HEIGHT} viewBox={`0 0 16 ${HEIGHT}`}>
            <rect data-phase={phase} y={HEIGHT * (1 - PARTS[phase])} width="16" height={HEIGHT * PARTS[phase]} />
          </svg>
          {PHASE_WORDS[phase][language]}
        </li>
      ))}
    </ul>
  );
}

function Gantt({ day }: { readonly day: CounterDay }) {
  const { text, figure, figureName, number } = useReportText();
  return (
    <table className={styles.gantt}>
      <caption className="visually-hidden">{text('reportSheet.counters')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('reportCounter')}</th>
          <td className={styles.wide}>
            <Hours day={day} />
          </td>
          {TIMES.map((name) => (
            <th key={name} scope="col">
              {figureName(name)}
            </th>
          ))}
          <th scope="col">{figureName('calls')}</th>
        </tr>
      </thead>
      <tbody>
        {day.counters.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              {number(line.id)} <bdi>{line.operators[0]}</bdi>
              {line.operators.length > 1 ? ` +${number(line.operators.length - 1)}` : ''}
            </th>
            <td className={styles.wide}>
              <Spans line={line} day={day} />
            </td>
            {TIMES.map((name) => (
              <td key={name}>{figure(name, line[name])}</td>
            ))}
            <td>{number(line.calls)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CounterProps {
  readonly question: ReportQuestion;
  readonly freshness: number;
}

/** What each counter did over a day. Of several days the last is shown. */
export function CounterSheet({ question, freshness }: CounterProps) {
  const { text, defined } = useReportText();
  const day = question.toDay;
  const { day: dayText } = useCentre();
  const { value, error, again } = useAnswer<'counterDay'>({ name: 'counterDay', payload: { day } }, freshness);
  if (value === undefined) return <AskTrouble error={error} again={again} />;
  if (value.counters.length === 0) return <Empty>{text('reportNone')}</Empty>;
  return (
    <div className={styles.sheet} tabIndex={0} role="region" aria-label={text('reportSheet.counters')}>
      <header>
        <h3>
          {dayText(day)} <CsvLink table="counters" question={{ ...question, fromDay: day }} />
        </h3>
        <Key />
      </header>
      <Defined figures={defined(WORDS)} />
      <Gantt day={value} />
    </div>
  );
}
