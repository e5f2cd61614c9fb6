import { CalendarClock, IdCard, type LucideIcon, PackageCheck, QrCode, Smartphone, TicketSlash } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
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

export function WaysPage({ go }: { readonly go: (page: KioskPage) => void }) {
  const { text } = useKioskText();
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
        <WayButton
          icon={IdCard}
          name="wayCnic"
          note="wayCnicNote"
          onPress={() => go({ name: 'number', ask: 'cnic' })}
        />
        <WayButton
          icon={Smartphone}
          name="wayPhone"
          note="wayPhoneNote"
          onPress={() => go({ name: 'number', ask: 'phone' })}
        />
      </section>
      <section className={styles.others} aria-label={text('otherThan')}>
        <h2>{text('otherThan')}</h2>
        {OTHERS.map(([ask, word, Icon]) => (
          <Button key={ask} className={`${buttons.other} ${styles.other}`} onPress={() => go({ name: 'number', ask })}>
            <Icon aria-hidden="true" width="1.3em" height="1.3em" /> {text(word)}
          </Button>
        ))}
      </section>
    </div>
  );
}
