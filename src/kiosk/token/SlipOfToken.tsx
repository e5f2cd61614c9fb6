import { NotebookPen, Printer, PrinterX, Ticket } from 'lucide-react';
import type { KioskView } from '../../protocol/views.ts';
import { useHub } from '../../renderer/use-hub.ts';
import type { TokenPageValue } from '../kiosk-page.ts';
import { useKioskText } from '../kiosk-words.tsx';
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

/** What became of the slip: printed, drawn here, or missing. */
export function SlipOfToken({ page: { how, result } }: { readonly page: TokenPageValue }) {
  const { text } = useKioskText();
  const slips = useHub().views.kiosk?.slips;
  if (how === 'lost' || how === 'back') return <NoSlipLine />;
  const slip = slips?.find((one) => one.tokenId === result.tokenId);
  return (
    <>
      {slip?.picture ? (
        <img className={styles.picture} src={slip.picture} alt={text('slipPicture', { label: result.label ?? '' })} />
      ) : null}
      <SlipLine slip={slip} />
    </>
  );
}
