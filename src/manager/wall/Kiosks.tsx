import { CircleCheck, PrinterX, TriangleAlert, Unplug } from 'lucide-react';
import type { WallView } from '../../protocol/wall/wall-view.ts';
import { useManagerText } from '../manager-words.tsx';
import styles from './rail.module.css';

type Kiosk = WallView['kiosks'][number];

const STATES = {
  lost: { Icon: Unplug, word: 'counterLost' },
  away: { Icon: PrinterX, word: 'printerAway' },
  offline: { Icon: PrinterX, word: 'printerOffline' },
  paperOut: { Icon: PrinterX, word: 'printerPaperOut' },
  coverOpen: { Icon: PrinterX, word: 'printerCoverOpen' },
  fault: { Icon: PrinterX, word: 'printerFault' },
  fonts: { Icon: PrinterX, word: 'printerFonts' },
  low: { Icon: TriangleAlert, word: 'printerLow' },
  ready: { Icon: CircleCheck, word: 'kioskReady' },
} as const;

const stateOf = ({ isConnected, trouble, isPaperLow }: Kiosk): keyof typeof STATES =>
  isConnected ? (trouble ?? (isPaperLow ? 'low' : 'ready')) : 'lost';

/** Each kiosk with its screen and its printer. */
export function Kiosks({ kiosks }: { readonly kiosks: readonly Kiosk[] }) {
  const { text } = useManagerText();
  return (
    <section className={styles.card} aria-label={text('kiosksTitle')}>
      <ul className={styles.kiosks}>
        {kiosks.map((kiosk) => {
          const state = stateOf(kiosk);
          const { Icon, word } = STATES[state];
          return (
            <li key={kiosk.id} data-state={state}>
              <Icon aria-hidden="true" width="1.15em" height="1.15em" />
              <span>{text('atKiosk', { number: kiosk.id })}</span>
              <strong title={text(word)}>{text(word)}</strong>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
