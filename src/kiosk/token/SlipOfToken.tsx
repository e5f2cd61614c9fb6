import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { NotebookPen, Printer, PrinterX, Ticket } from 'lucide-react';
import type { KioskView } from '../../protocol/views/views.ts';
import { useHub, useHubClient } from '../../renderer/use-hub.ts';
import type { TokenPageValue } from '../kiosk-page.ts';
import { useKioskText } from '../kiosk-words.tsx';
import { PhoneCode } from './PhoneCode.tsx';
import styles from './token.module.css';

type SlipNow = KioskView['slips'][number];

/** A token that was found prints no new slip. */
function NoSlipLine() {
  const { text } = useKioskText();
  return (
    <p className={styles.slip}>
      <NotebookPen aria-hidden="true" width="1.3em" height="1.3em" /> {text('noNewSlip')}
    </p>
  );
}

function SlipLine({ slip }: { readonly slip: SlipNow | undefined }) {
  const { text } = useKioskText();
  if (!slip || slip.outcome === 'queued') {
    return (
      <p className={styles.slip} role="status">
        <Printer aria-hidden="true" width="1.3em" height="1.3em" /> {text('printing')}
      </p>
    );
  }
  if (slip.outcome === 'confirmed') {
    return (
      <p className={styles.slip} role="status">
        <Ticket aria-hidden="true" width="1.3em" height="1.3em" /> {text(slip.picture ? 'slipOnScreen' : 'takeSlip')}
      </p>
    );
  }
  return (
    <p className={`${styles.slip} ${styles.noSlip}`} role="alert">
      <PrinterX aria-hidden="true" width="1.3em" height="1.3em" />{' '}
      {text(slip.outcome === 'notSent' ? 'slipNotPrinted' : 'slipUncertain')}
    </p>
  );
}

/** The way to a slip that did not come out, while the printer can print. */
function PrintAgain({ tokenId }: { readonly tokenId: number }) {
  const { language, text } = useKioskText();
  const client = useHubClient();
  const [trouble, setTrouble] = useState('');
  const [isSending, setSending] = useState(false);
  const print = () => {
    if (isSending) return;
    setSending(true);
    void client.send('reprint', { tokenId }).then((reply) => {
      setSending(false);
      setTrouble(reply.ok ? '' : reply.error.message[language]);
    });
  };
  return trouble === '' ? (
    <Button className={styles.again ?? ''} onPress={print}>
      <Printer aria-hidden="true" width="1.2em" height="1.2em" /> {text(isSending ? 'taking' : 'printAgain')}
    </Button>
  ) : (
    <p className={styles.again} role="alert">
      {trouble}
    </p>
  );
}

/** Where no paper came for certain, a phone can keep the token. */
function InsteadOfPaper({ slip }: { readonly slip: SlipNow | undefined }) {
  const isMissing = slip?.outcome === 'notSent' || slip?.outcome === 'uncertain';
  return isMissing && slip.url !== null ? <PhoneCode url={slip.url} /> : null;
}

/** A new token's slip: printed, drawn here, or missing. */
function NewSlip({ slip, label }: { readonly slip: SlipNow | undefined; readonly label: string }) {
  const { text } = useKioskText();
  const isReady = useHub().views.kiosk?.printer.isReady === true;
  return (
    <>
      {slip?.picture ? (
        <img className={styles.picture} src={slip.picture} alt={text('slipPicture', { label })} />
      ) : null}
      <SlipLine slip={slip} />
      <InsteadOfPaper slip={slip} />
      {slip?.canReprint && isReady ? <PrintAgain tokenId={slip.tokenId} /> : null}
    </>
  );
}

/** What became of the slip of a token. */
export function SlipOfToken({ page: { how, result } }: { readonly page: TokenPageValue }) {
  const { views, aloneSlips } = useHub();
  // A token that was given alone has no id of the hub's: its slip is told by this machine.
  const slips = (result.tokenId ?? 0) < 0 ? aloneSlips : views.kiosk?.slips;
  if (how === 'lost' || how === 'back') return <NoSlipLine />;
  return <NewSlip slip={slips?.find((one) => one.tokenId === result.tokenId)} label={result.label ?? ''} />;
}
