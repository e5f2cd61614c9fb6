import type { ManagerView } from '../../protocol/views/views.ts';
import { digits } from '../../renderer/text.ts';
import { useManagerText } from '../manager-words.tsx';
import { Panel } from '../Panel.tsx';
import styles from './today.module.css';

const FIGURES = ['booked', 'checkedIn', 'missed', 'cancelled'] as const;

/** Today's appointments in four figures. */
export function Bookings({ appointments }: { readonly appointments: ManagerView['appointments'] }) {
  const { language, text } = useManagerText();
  return (
    <Panel title={text('bookedTitle')}>
      <dl className={styles.figures}>
        {FIGURES.map((name) => (
          <div key={name}>
            <dd>{digits(appointments[name], language)}</dd>
            <dt>{text(name)}</dt>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
