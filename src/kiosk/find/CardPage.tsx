import { CalendarCheck, TicketPlus, TicketSlash } from 'lucide-react';
import { maskCnic } from '../../domain/person/cnic.ts';
import { FIRST_PAGE } from '../kiosk-page.ts';
import { useKioskText } from '../kiosk-words.tsx';
import { Question } from '../Question.tsx';
import type { Ways } from '../use-kiosk-pages.ts';
import { WayButton } from './WayButton.tsx';
import styles from './ways.module.css';

/** A card was scanned without a question before it: what is it for? */
export function CardPage({ cnic, ways }: { readonly cnic: string; readonly ways: Ways }) {
  const { text } = useKioskText();
  const { follow, go } = ways;
  return (
    <div className={styles.page}>
      <Question name="whichForCard" />
      <section className={styles.ways}>
        <h2>
          {text('cardRead')} <span className="num">{maskCnic(cnic)}</span>
        </h2>
        <WayButton
          icon={CalendarCheck}
          name="cardBooking"
          note="cardBookingNote"
          onPress={() => follow({ wish: { kind: 'booking', by: { kind: 'cnic', cnic } } })}
        />
        <WayButton
          icon={TicketSlash}
          name="wayLost"
          note="cardLostNote"
          onPress={() => follow({ wish: { kind: 'lost', cnic } })}
        />
        <WayButton icon={TicketPlus} name="cardNew" note="cardNewNote" onPress={() => go(FIRST_PAGE)} />
      </section>
    </div>
  );
}
