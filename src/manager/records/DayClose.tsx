import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { PlacedPrinter } from '../../protocol/views/printer-view.ts';
import { useHub } from '../../renderer/use-hub.ts';
import { useManagerText } from '../manager-words.tsx';
import panel from '../panel.module.css';
import styles from './records.module.css';
import { useAsk } from './use-ask.ts';

const keyOf = ({ kioskId, counterId }: PlacedPrinter): string => `${kioskId ?? ''} ${counterId ?? ''}`;

/** Prints the slip of the day's close at a printer that the manager chooses. */
export function DayClose({ printers }: { readonly printers: readonly PlacedPrinter[] }) {
  const { language, text } = useManagerText();
  const { isLive } = useHub();
  const { isAsking, reply, ask } = useAsk<'printDayClose'>();
  const [chosen, choose] = useState('');
  const printer = printers.find((one) => keyOf(one) === chosen) ?? printers[0];
  const print = () => {
    if (!printer) return;
    const place = printer.kioskId === null ? { counterId: printer.counterId ?? 0 } : { kioskId: printer.kioskId };
    void ask({ name: 'printDayClose', payload: { place } });
  };
  return (
    <section className={styles.close} aria-label={text('dayClose')}>
      <h3>{text('dayClose')}</h3>
      <p className={styles.soft}>{text('dayCloseMore')}</p>
      <div className={styles.line}>
        <label>
          {text('dayCloseAt')}{' '}
          <select value={printer ? keyOf(printer) : ''} onChange={(event) => choose(event.target.value)}>
            {printers.map((one) => (
              <option key={keyOf(one)} value={keyOf(one)}>
                {one.kioskId === null
                  ? text('atCounter', { number: one.counterId ?? 0 })
                  : text('atKiosk', { number: one.kioskId })}
              </option>
            ))}
          </select>
        </label>
        <Button className={panel.plain ?? ''} isDisabled={!isLive || isAsking || !printer} onPress={print}>
          {text(isAsking ? 'testing' : 'dayClosePrint')}
        </Button>
      </div>
      <p role="status">{reply && (reply.ok ? text(`test_${reply.value.outcome}`) : reply.error.message[language])}</p>
    </section>
  );
}
