import type { Language } from '../../domain/token.ts';
import { inUrduDigits } from '../../domain/urdu-digits.ts';
import { clockText } from '../../renderer/clock-text.ts';
import { digits } from '../../renderer/text.ts';
import { useManagerText } from '../manager-words.tsx';
import { useCentre } from '../use-centre.ts';
import type { HourCell, HourTable } from './hour-table.ts';
import styles from './slots.module.css';

const hourText = (hour: number, language: Language): string => {
  const text = `${String(hour).padStart(2, '0')}:00`;
  return language === 'ur' ? inUrduDigits(text) : text;
};

function Cell({ cell }: { readonly cell: HourCell | undefined }) {
  const { language, text } = useManagerText();
  const { timeZone } = useCentre();
  if (!cell) return <td data-none>–</td>;
  const { booked, capacity, overbooked } = cell;
  const tooMany = overbooked.reduce((sum, slot) => sum + slot.booked - slot.capacity, 0);
  const times = overbooked.map((slot) => clockText(slot.slotAt, timeZone, language)).join(' · ');
  return (
    <td
      data-over={tooMany > 0}
      data-booked={booked > 0}
      title={tooMany > 0 ? text('slotOverAt', { times }) : undefined}
    >
      <b>{digits(booked, language)}</b> / {digits(capacity, language)}
      {tooMany > 0 ? <strong>{text('slotOver', { count: tooMany })}</strong> : null}
    </td>
  );
}

/** Services down, hours across. */
export function SlotTable({ table }: { readonly table: HourTable }) {
  const { language, text } = useManagerText();
  const { centre, serviceName } = useCentre();
  const services = (centre?.services ?? []).filter(({ id }) => table.rows.has(id));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{text('slotService')}</th>
          {table.hours.map((hour) => (
            <th key={hour} scope="col">
              {hourText(hour, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {services.map(({ id }) => (
          <tr key={id}>
            <th scope="row">{serviceName(id)}</th>
            {table.hours.map((hour) => (
              <Cell key={hour} cell={table.rows.get(id)?.get(hour)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
