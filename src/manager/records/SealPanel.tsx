import { Button } from 'react-aria-components/Button';
import type { KeptHeads, SeenHead } from '../../domain/keeping/kept-heads.ts';
import type { ManagerView } from '../../protocol/views/views.ts';
import { download } from '../../renderer/download.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { ChainHead } from '../../renderer/witness/ChainHead.tsx';
import { useKeptHeads } from '../../renderer/witness/use-kept-heads.ts';
import { useManagerText } from '../manager-words.tsx';
import { Panel } from '../Panel.tsx';
import panel from '../panel.module.css';
import { useCentre } from '../use-centre.ts';
import { useMay } from '../use-may.ts';
import { DayClose } from './DayClose.tsx';
import styles from './records.module.css';

type Keeping = ManagerView['keeping'];

/** What was found wrong with the log, and by whom. */
function Alarms({
  keeping: { contradictions, verified },
  breaks,
}: {
  readonly keeping: Keeping;
  readonly breaks: number;
}) {
  const { text } = useManagerText();
  const badSeq = verified?.badSeq ?? null;
  return (
    <div role="alert" className={styles.alarms}>
      {badSeq === null ? null : <p>{text('verifiedBad', { seq: badSeq })}</p>}
      {contradictions.map(({ device, seq }) => (
        <p key={`${device} ${seq}`}>{text('sealContradicted', { device, seq })}</p>
      ))}
      {breaks === 0 ? null : <p>{text('sealBreaks', { count: breaks })}</p>}
    </div>
  );
}

/** Heads that the log went back behind without a restore that says so. */
const unexplained = ({ restored }: Keeping, breaks: readonly SeenHead[]): number =>
  breaks.filter(({ seq, at }) => restored === null || seq < restored.seq || at > restored.at).length;

/** Gives what this machine keeps as a file. */
const save = (kept: KeptHeads): void =>
  download(
    `markaz-heads-${kept.heads.at(-1)?.day ?? ''}.json`,
    new Blob([JSON.stringify(kept, null, 1)], { type: 'application/json' }),
  );

interface SealProps {
  readonly keeping: Keeping;
  readonly printers: ManagerView['printers'];
}

/** Where the log is now, what this machine keeps of it, and the slip that carries it out of the house. */
export function SealPanel({ keeping, printers }: SealProps) {
  const { text } = useManagerText();
  const { when } = useCentre();
  const { stamp } = useHub();
  const kept = useKeptHeads();
  const may = useMay();
  const { verified } = keeping;
  return (
    <Panel title={text('sealTitle')} more={text('sealMore')}>
      <Alarms keeping={keeping} breaks={unexplained(keeping, kept?.breaks ?? [])} />
      <dl className={styles.facts}>
        <dt>{text('sealNow')}</dt>
        <dd>{stamp ? <ChainHead seq={stamp.seq} hash={stamp.hash} /> : '–'}</dd>
      </dl>
      <p className={styles.soft}>
        {verified?.badSeq === null ? text('verifiedWhole', { when: when(verified.at) }) : null}
        {verified ? null : text('notVerified')}
      </p>
      {kept ? (
        <div className={styles.line}>
          <p className={styles.soft}>{text('sealKept', { count: kept.heads.length })}</p>
          <Button className={panel.plain ?? ''} onPress={() => save(kept)}>
            {text('sealSave')}
          </Button>
        </div>
      ) : null}
      {may('printDayClose') ? <DayClose printers={printers} /> : null}
    </Panel>
  );
}
