import { useManagerText } from '../manager-words.tsx';
import { Empty, Panel } from '../Panel.tsx';
import { TrackingNumber } from '../TrackingNumber.tsx';
import { useCentre } from '../use-centre.ts';
import type { Scanned } from './scanned.ts';
import styles from './scanned.module.css';

function ScannedRow({ scan, open }: { readonly scan: Scanned; readonly open: () => void }) {
  const { text } = useManagerText();
  const { stageName, when } = useCentre();
  const sentences = {
    sending: text('scannedSending'),
    done: text('scannedDone', { stage: stageName(scan.stageId) }),
    refused: scan.trouble,
  };
  return (
    <li data-outcome={scan.outcome}>
      <button type="button" onClick={open}>
        <TrackingNumber number={scan.trackingNumber} />
      </button>
      <span>{sentences[scan.outcome]}</span>
      <small>{when(scan.at)}</small>
    </li>
  );
}

/** The last scans that were to finish a stage, newest first, each with what came of it. */
export function ScannedList({
  list,
  open,
}: {
  readonly list: readonly Scanned[];
  readonly open: (trackingNumber: string) => void;
}) {
  const { text } = useManagerText();
  return (
    <Panel title={text('scannedTitle')}>
      {list.length === 0 ? <Empty>{text('scannedNone')}</Empty> : null}
      <ol className={styles.list}>
        {list.map((scan) => (
          <ScannedRow key={scan.id} scan={scan} open={() => open(scan.trackingNumber)} />
        ))}
      </ol>
    </Panel>
  );
}
