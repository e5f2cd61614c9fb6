import { Printer, PrinterX, Ticket } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { KioskView } from '../protocol/views.ts';
import { Num } from '../renderer/Num.tsx';
import { said } from '../renderer/text.ts';
import { useHub } from '../renderer/use-hub.ts';
import type { KioskPage } from './kiosk-page.ts';
import { useKioskText } from './kiosk-words.tsx';
import styles from './token.module.css';

type SlipNow = KioskView['slips'][number];

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

interface TokenPageProps {
  readonly page: Extract<KioskPage, { name: 'token' }>;
  readonly done: () => void;
}

export function TokenPage({ page, done }: TokenPageProps) {
  const { language, other, text, otherText } = useKioskText();
  const { centre, kiosk } = useHub().views;
  const service = centre?.services.find((one) => one.id === page.serviceId);
  const slip = kiosk?.slips.find((one) => one.tokenId === page.tokenId);
  return (
    <div className={styles.page}>
      <div className={styles.card}>
        <h1>{text('yourToken')}</h1>
        <p className={styles.other} lang={other}>
          {otherText('yourToken')}
        </p>
        <Num className={styles.label ?? ''}>{page.label}</Num>
        <p className={styles.service}>{said(service?.name, language)}</p>
        <p className={styles.ahead}>{page.ahead === 0 ? text('youAreNext') : text('ahead', { count: page.ahead })}</p>
      </div>
      <div className={styles.side}>
        {slip?.picture ? (
          <img className={styles.picture} src={slip.picture} alt={text('slipPicture', { label: page.label })} />
        ) : null}
        <SlipLine slip={slip} />
        <Button className={styles.done ?? ''} onPress={done}>
          {text('done')}
        </Button>
      </div>
    </div>
  );
}
