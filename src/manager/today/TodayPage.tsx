import type { ManagerView } from '../../protocol/views.ts';
import { Alarm } from './Alarm.tsx';
import { Bookings } from './Bookings.tsx';
import { CarriedOver } from './CarriedOver.tsx';
import { Faults } from './Faults.tsx';
import { Feeds } from './Feeds.tsx';
import { Overbooked } from './Overbooked.tsx';
import { Printers } from './Printers.tsx';
import styles from './today.module.css';
import { WaitsByService } from './WaitsByService.tsx';

/** How the day stands: what is wrong first, then who waits, who is booked, and what came in. */
export function TodayPage({ view }: { readonly view: ManagerView }) {
  return (
    <div className={styles.page}>
      <Alarm lines={view.unserved} />
      <Printers printers={view.printers} />
      <div className={styles.columns}>
        <WaitsByService waits={view.waits} />
        <div className={styles.middle}>
          <Bookings appointments={view.appointments} />
          <Feeds feeds={view.feeds} />
          <Faults faults={view.faults} />
        </div>
        <div className={styles.last}>
          <Overbooked slots={view.overbooked} />
          <CarriedOver tokens={view.carriedOver} />
        </div>
      </div>
    </div>
  );
}
