import type { ManagerView } from '../../protocol/views/views.ts';
import { useManagerText } from '../manager-words.tsx';
import { Empty, Panel } from '../Panel.tsx';
import { useCentre } from '../use-centre.ts';
import styles from './today.module.css';

/** Slots that hold more bookings than they take. */
export function Overbooked({ slots }: { readonly slots: ManagerView['overbooked'] }) {
  const { text } = useManagerText();
  const { serviceName, when } = useCentre();
  return (
    <Panel title={text('overbookedTitle')}>
      {slots.length === 0 ? <Empty>{text('overbookedNone')}</Empty> : null}
      <ul className={styles.rows}>
        {slots.map(({ serviceId, slotAt, booked, capacity }) => (
          <li key={`${serviceId} ${slotAt}`}>
            <p>{serviceName(serviceId)}</p>
            <strong>{text('overbookedBy', { booked, capacity })}</strong>
            <small>{when(slotAt)}</small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
