import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import type { PlacedPrinter } from '../../protocol/views/printer-view.ts';
import type { ReaderView } from '../../protocol/views/reader-view.ts';
import { clockText } from '../../renderer/clock-text.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { ChainHead } from '../../renderer/witness/ChainHead.tsx';
import { useKeptHeads } from '../../renderer/witness/use-kept-heads.ts';
import buttons from '../buttons.module.css';
import { useKioskText } from '../kiosk-words.tsx';
import { Question } from '../Question.tsx';
import { MachineExit } from './MachineExit.tsx';
import styles from './maintenance.module.css';
import { useMaintenance } from './use-maintenance.ts';

const MOST_SEALS = 1;

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function useClock() {
  const { language } = useKioskText();
  const timeZone = useHub().views.centre?.timeZone ?? 'UTC';
  return (at: number) => clockText(at, timeZone, language);
}

function PrinterFacts({ printer }: { readonly printer: PlacedPrinter }) {
  const { text } = useKioskText();
  const clock = useClock();
  const { address, trouble, isPaperLow, slip } = printer;
  return (
    <dl className={styles.facts}>
      <Fact name={text('deviceAddress')}>
        <bdi dir="ltr">{address}</bdi>
      </Fact>
      <Fact name={text('deviceState')}>{text(`printer_${trouble ?? (isPaperLow ? 'low' : 'ready')}`)}</Fact>
      <Fact name={text('deviceLastSlip')}>
        {slip ? (
          <>
            <span className="num">{slip.label}</span> {text(`slip_${slip.outcome}`)} {clock(slip.outcomeAt)}
          </>
        ) : (
          '–'
        )}
      </Fact>
    </dl>
  );
}

function ReaderFacts({ readers }: { readonly readers: readonly ReaderView[] }) {
  const { text } = useKioskText();
  const clock = useClock();
  return (
    <dl className={styles.facts}>
      {readers.map(({ address, state, lastAt }) => (
        <Fact key={address} name={address}>
          {text(`reader_${state}`)} {lastAt === null ? '' : text('readAt', { time: clock(lastAt) })}
        </Fact>
      ))}
    </dl>
  );
}

/** The newest heads of the log that this machine has seen: what an auditor copies, and holds against the hub's log. */
function SealFacts() {
  const { text } = useKioskText();
  const kept = useKeptHeads();
  const seen = [...(kept?.breaks ?? []), ...(kept?.heads ?? [])].slice(-MOST_SEALS).toReversed();
  return (
    <section className={styles.device}>
      <h2>{text('seals')}</h2>
      <dl className={styles.facts}>
        {seen.map((head) => (
          <Fact key={head.hash} name={head.day}>
            <ChainHead seq={head.seq} hash={head.hash} />
          </Fact>
        ))}
      </dl>
    </section>
  );
}

/** What the technician sees: the printer and the readers of this kiosk, and a test of them. */
export function MaintenancePage({ accessKey }: { readonly accessKey: string }) {
  const { language, text } = useKioskText();
  const { seen, tested, isTesting, test } = useMaintenance(accessKey);
  const said = tested !== null && (typeof tested === 'string' ? text(`test_${tested}`) : tested.message[language]);
  return (
    <div className={styles.page}>
      <Question name="maintenance" />
      <section className={styles.device}>
        <h2>{text('printer')}</h2>
        {seen ? <PrinterFacts printer={seen.printer} /> : null}
        <p role="status">{said}</p>
        <Button className={buttons.other ?? ''} isDisabled={!seen || isTesting} onPress={test}>
          {text(isTesting ? 'testing' : 'testPrint')}
        </Button>
      </section>
      <section className={styles.device}>
        <h2>{text('readers')}</h2>
        {seen && seen.readers.length > 0 ? <ReaderFacts readers={seen.readers} /> : <p>{text('noReaders')}</p>}
      </section>
      <MachineExit accessKey={accessKey} />
      <SealFacts />
    </div>
  );
}
