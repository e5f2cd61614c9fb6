import { IdCard, Printer } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { WireError } from '../../protocol/replies.ts';
import { said } from '../../renderer/text.ts';
import { useHub } from '../../renderer/use-hub.ts';
import buttons from '../buttons.module.css';
import type { KioskPage } from '../kiosk-page.ts';
import { useKioskText } from '../kiosk-words.tsx';
import styles from './confirm.module.css';
import type { Issuing } from './use-issue.ts';
import type { VisitService } from './use-visit-services.ts';
import type { Visit } from './visit.ts';
import { identityOf } from './visit-stages.ts';

interface TroubleProps {
  readonly trouble: WireError;
  readonly services: readonly VisitService[];
}

/** Why there is no token; of several services also which one says so. */
function Trouble({ trouble, services }: TroubleProps) {
  const { language } = useKioskText();
  const which = services.length > 1 ? services.find(({ id }) => id === trouble.details?.['service']) : undefined;
  return (
    <p className={styles.trouble} role="alert">
      {which ? `${said(which.name, language)}: ` : ''}
      {trouble.message[language]}
    </p>
  );
}

interface TakeTokenProps {
  readonly services: readonly VisitService[];
  readonly visit: Visit;
  readonly go: (page: KioskPage) => void;
  readonly issuing: Issuing;
}

/** The large button: the number of the card first where a service needs it, then the token. */
export function TakeToken({ services, visit, go, issuing }: TakeTokenProps) {
  const { text } = useKioskText();
  const isPrinterReady = useHub().views.kiosk?.printer.isReady ?? true;
  const { isSending, trouble, issue } = issuing;
  const needsCnic = identityOf(services) === 'required' && visit.cnic === undefined;
  const take = isPrinterReady ? 'take' : 'takeOnScreen';
  const Icon = needsCnic ? IdCard : Printer;
  return (
    <div className={styles.print}>
      {trouble ? <Trouble trouble={trouble} services={services} /> : null}
      <Button
        className={`${buttons.main} ${styles.printButton}`}
        isDisabled={services.some(({ now }) => now?.state !== 'open')}
        onPress={() => (needsCnic ? go({ name: 'number', ask: 'visitCnic', visit }) : issue(visit))}
      >
        <Icon aria-hidden="true" width="1.2em" height="1.2em" />
        {text(isSending ? 'taking' : needsCnic ? 'needCnic' : take)}
      </Button>
    </div>
  );
}
