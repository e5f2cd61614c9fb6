import { CalendarClock, IdCard, type LucideIcon, PackageCheck, QrCode, Smartphone, TicketSlash } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useHub } from '../../renderer/use-hub.ts';
import buttons from '../buttons.module.css';
import type { KioskPage } from '../kiosk-page.ts';
import { useKioskText } from '../kiosk-words.tsx';
import { Question } from '../Question.tsx';
import { WayButton } from './WayButton.tsx';
import styles from './ways.module.css';

/** For something else than an appointment. */
const OTHERS: readonly (readonly [
  ask: 'tracking' | 'lost' | 'back',
  word: 'wayTracking' | 'wayLost' | 'wayBack',
  LucideIcon,
])[] = [
  ['tracking', 'wayTracking', PackageCheck],
  ['lost', 'wayLost', TicketSlash],
  ['back', 'wayBack', CalendarClock],
];

interface WaysProps {
  readonly go: (page: KioskPage) => void;
}

/** Only the hub knows whose card or phone it is. */
function ByPerson({ go }: WaysProps) {
  return (
    <>
      <WayButton icon={IdCard} name="wayCnic" note="wayCnicNote" onPress={() => go({ name: 'number', ask: 'cnic' })} />
      <WayButton
        icon={Smartphone}
        name="wayPhone"
        note="wayPhoneNote"
        onPress={() => go({ name: 'number', ask: 'phone' })}
      />
    </>
  );
}

function Others({ go }: WaysProps) {
  const { text } = useKioskText();
  return (
    <section className={styles.others} aria-label={text('otherThan')}>
      <h2>{text('otherThan')}</h2>
      {OTHERS.map(([ask, word, Icon]) => (
        <Button key={ask} className={`${buttons.other} ${styles.other}`} onPress={() => go({ name: 'number', ask })}>
          <Icon aria-hidden="true" width="1.3em" height="1.3em" /> {text(word)}
        </Button>
      ))}
    </section>
  );
}

export function WaysPage({ go }: WaysProps) {
  const { text } = useKioskText();
  const { alone } = useHub();
  return (
    <div className={styles.page}>
      <Question name="whichWay" />
      <section className={styles.ways} aria-label={text('appointment')}>
        <h2>{text('appointment')}</h2>
        <WayButton
          icon={QrCode}
          name="wayCode"
          note="wayCodeNote"
          onPress={() => go({ name: 'number', ask: 'code' })}
        />
        {alone ? null : <ByPerson go={go} />}
      </section>
      {alone ? <p className={styles.alone}>{text('aloneWays')}</p> : <Others go={go} />}
    </div>
  );
}
