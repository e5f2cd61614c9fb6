import type { ManagerView } from '../../protocol/views/views.ts';
import { digits } from '../../renderer/text.ts';
import { ColumnHeads } from '../ColumnHeads.tsx';
import { useManagerText } from '../manager-words.tsx';
import { Empty, Panel } from '../Panel.tsx';
import { useCentre } from '../use-centre.ts';
import styles from './feedback.module.css';
import { type Answers, answersBy } from './answers-by.ts';

type Counts = ManagerView['feedback'];

const FACES = ['good', 'fair', 'bad'] as const;

function Table({
  answers,
  nameOf,
}: {
  readonly answers: readonly Answers[];
  readonly nameOf: (key: string) => string;
}) {
  const { language } = useManagerText();
  return (
    <table className={styles.table}>
      <ColumnHeads names={['feedbackOf', 'face_good', 'face_fair', 'face_bad', 'feedbackShare']} />
      <tbody>
        {answers.map(({ key, counts, goodShare }) => (
          <tr key={key}>
            <th scope="row">{nameOf(key)}</th>
            {FACES.map((face) => (
              <td key={face}>{digits(counts[face], language)}</td>
            ))}
            <td>{digits(Math.round(goodShare * 100), language)} %</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What citizens thought of their visits of the last seven days, by service and by counter. */
export function FeedbackPage({ counts }: { readonly counts: Counts }) {
  const { text } = useManagerText();
  const { serviceName } = useCentre();
  const byService = answersBy(counts, ({ serviceId }) => serviceId);
  const byCounter = answersBy(counts, ({ counterId }) => String(counterId));
  return (
    <div className={styles.page}>
      <Panel title={text('feedbackByService')} more={text('feedbackMore')}>
        {counts.length === 0 ? (
          <Empty>{text('feedbackNone')}</Empty>
        ) : (
          <Table answers={byService} nameOf={serviceName} />
        )}
      </Panel>
      <Panel title={text('feedbackByCounter')}>
        {counts.length === 0 ? (
          <Empty>{text('feedbackNone')}</Empty>
        ) : (
          <Table answers={byCounter} nameOf={(key) => text('atCounter', { number: Number(key) })} />
        )}
      </Panel>
    </div>
  );
}
