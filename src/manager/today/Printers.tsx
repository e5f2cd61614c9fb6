import { PrinterX } from 'lucide-react';
import type { PrinterView } from '../../protocol/views/printer-view.ts';
import type { ManagerView } from '../../protocol/views/views.ts';
import { useManagerText } from '../manager-words.tsx';
import styles from './alarm.module.css';

type Ailing = ManagerView['printers'][number];

const TROUBLES = {
  away: 'printerAway',
  offline: 'printerOffline',
  paperOut: 'printerPaperOut',
  coverOpen: 'printerCoverOpen',
  fault: 'printerFault',
  fonts: 'printerFonts',
} as const satisfies Record<NonNullable<PrinterView['trouble']>, string>;

function PrinterLine({ printer: { kioskId, counterId, trouble } }: { readonly printer: Ailing }) {
  const { text } = useManagerText();
  return (
    <li>
      <strong>
        {kioskId === null ? text('atCounter', { number: counterId ?? 0 }) : text('atKiosk', { number: kioskId })}
      </strong>
      <span>{text(trouble === null ? 'printerLow' : TROUBLES[trouble])}</span>
    </li>
  );
}

/** Printers that somebody has to see to, those that do not print first. */
export function Printers({ printers: all }: { readonly printers: readonly Ailing[] }) {
  const { text } = useManagerText();
  const printers = all.filter(({ trouble, isPaperLow }) => trouble !== null || isPaperLow);
  if (printers.length === 0) return null;
  const isStopped = printers.some((one) => one.trouble !== null);
  return (
    <section className={styles.alarm} data-warning={!isStopped} role={isStopped ? 'alert' : 'status'}>
      <h2>
        <PrinterX aria-hidden="true" width="1.3em" height="1.3em" /> {text('printersTitle')}
        <small>{text('printersMore')}</small>
      </h2>
      <ul>
        {printers
          .toSorted((a, b) => Number(a.trouble === null) - Number(b.trouble === null))
          .map((printer) => (
            <PrinterLine key={`${printer.kioskId} ${printer.counterId}`} printer={printer} />
          ))}
      </ul>
    </section>
  );
}
