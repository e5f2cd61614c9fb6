import type { ManagerView } from '../../protocol/views/views.ts';
import { useManagerText } from '../manager-words.tsx';
import { Panel } from '../Panel.tsx';
import { CardsPanel } from './CardsPanel.tsx';
import styles from './devices.module.css';
import { PairedPanel } from '../pairing/PairedPanel.tsx';
import { PrinterTable } from './PrinterTable.tsx';
import { VoiceNotes } from './VoiceNotes.tsx';
import { ReaderTable } from './ReaderTable.tsx';

/** Every printer and reader: where it is, how it is, what it did last, and a test of it; and the cards of the staff. */
export function DevicesPage({ view }: { readonly view: ManagerView }) {
  const { text } = useManagerText();
  return (
    <div className={styles.page}>
      <Panel title={text('printersTitle')} more={text('devicesPrintersMore')}>
        <PrinterTable printers={view.printers} />
      </Panel>
      <div className={styles.pair}>
        <Panel title={text('readersTitle')} more={text('readersMore')}>
          <ReaderTable readers={view.readers} />
        </Panel>
        <div className={styles.stack}>
          <PairedPanel />
          <VoiceNotes voices={view.voices} />
          <CardsPanel cards={view.staffCards} />
        </div>
      </div>
    </div>
  );
}
