import { Info } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { clockText } from '../../renderer/clock-text.ts';
import { Num } from '../../renderer/Num.tsx';
import { said } from '../../renderer/text.ts';
import { useHub, useHubTime } from '../../renderer/use-hub.ts';
import buttons from '../buttons.module.css';
import type { TokenPageValue } from '../kiosk-page.ts';
import { useKioskText } from '../kiosk-words.tsx';
import { SlipOfToken } from './SlipOfToken.tsx';
import { TokenFacts } from './TokenFacts.tsx';
import styles from './token.module.css';

const TITLES = {
  walkIn: 'yourToken',
  booking: 'checkedIn',
  collect: 'tokenToCollect',
  lost: 'foundToken',
  back: 'backInLine',
} as const;

/** What an appointment means for the wait: late it is none any more, early it begins at its slot. */
function AppointmentNote({ result }: { readonly result: TokenPageValue['result'] }) {
  const { language, text } = useKioskText();
  const { at } = useHubTime();
  const zone = useHub().views.centre?.timeZone ?? 'UTC';
  const { slotAt, isLate } = result;
  const isEarly = slotAt !== undefined && slotAt > at;
  if (!isLate && !isEarly) return null;
  return (
    <p className={styles.note}>
      <Info aria-hidden="true" width="1.2em" height="1.2em" />
      {isEarly ? text('calledAtSlot', { time: clockText(slotAt, zone, language) }) : text('isLate')}
    </p>
  );
}

/** How many are before a new token; one that was found is among those who wait. */
function Ahead({ page: { how, result } }: { readonly page: TokenPageValue }) {
  const { text } = useKioskText();
  const { ahead } = result;
  if (ahead === undefined || (how !== 'walkIn' && how !== 'collect')) return null;
  return <p className={styles.ahead}>{ahead === 0 ? text('youAreNext') : text('ahead', { count: ahead })}</p>;
}

interface TokenPageProps {
  readonly page: TokenPageValue;
  readonly done: () => void;
}

export function TokenPage({ page, done }: TokenPageProps) {
  const { language, other, text, otherText } = useKioskText();
  const { centre } = useHub().views;
  const { how, result } = page;
  const service = centre?.services.find((one) => one.id === result.serviceId);
  return (
    <div className={styles.page}>
      <div className={styles.card}>
        <h1>{text(TITLES[how])}</h1>
        <p className={styles.other} lang={other}>
          {otherText(TITLES[how])}
        </p>
        <Num className={styles.label ?? ''}>{result.label ?? ''}</Num>
        <p className={styles.service}>{said(service?.name, language)}</p>
        <Ahead page={page} />
        <AppointmentNote result={result} />
        <TokenFacts page={page} />
      </div>
      <div className={styles.side}>
        <SlipOfToken page={page} />
        <Button className={`${buttons.main} ${styles.done}`} onPress={done}>
          {text('done')}
        </Button>
      </div>
    </div>
  );
}
