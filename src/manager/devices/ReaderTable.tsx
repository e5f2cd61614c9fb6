import type { ReaderView } from '../../protocol/views/reader-view.ts';
import { Empty } from '../Panel.tsx';
import { ColumnHeads } from '../ColumnHeads.tsx';
import { useManagerText } from '../manager-words.tsx';
import { useCentre } from '../use-centre.ts';
import styles from './devices.module.css';

const LOOKS = { ready: 'ready', away: 'trouble', noDriver: 'trouble' } as const;
const COLUMNS = ['devicePlace', 'deviceAddress', 'deviceState', 'readerLast'] as const;

function Row({ reader: { kioskId, counterId, isOwn, address, state, lastAt } }: { readonly reader: ReaderView }) {
  const { text } = useManagerText();
  const { when } = useCentre();
  return (
    <tr>
      <th scope="row">
        {kioskId === null ? text('atCounter', { number: counterId ?? 0 }) : text('atKiosk', { number: kioskId })}
      </th>
      <td>
        <bdi dir="ltr">{address}</bdi> <span className={styles.none}>{text(isOwn ? 'readerOwn' : 'readerOfHub')}</span>
      </td>
      <td>
        <span className={styles.state} data-look={LOOKS[state]}>
          {text(`reader_${state}`)}
        </span>
      </td>
      <td>{lastAt === null ? <span className={styles.none}>{text('readerNever')}</span> : when(lastAt)}</td>
    </tr>
  );
}

/** Every reader: of the hub's machine, and those that the app's kiosks and consoles drive themselves. Holding something to one is its test: the time of its last reading moves. */
export function ReaderTable({ readers }: { readonly readers: readonly ReaderView[] }) {
  const { text } = useManagerText();
  if (readers.length === 0) return <Empty>{text('noReaders')}</Empty>;
  return (
    <table className={styles.table}>
      <ColumnHeads names={COLUMNS} />
      <tbody>
        {readers.map((reader) => (
          <Row key={`${reader.kioskId} ${reader.counterId} ${reader.isOwn} ${reader.address}`} reader={reader} />
        ))}
      </tbody>
    </table>
  );
}
