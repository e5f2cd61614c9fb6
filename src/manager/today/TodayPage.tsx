import type { ManagerView } from '../../protocol/views/views.ts';
import type { WallView } from '../../protocol/wall/wall-view.ts';
import { AnomaliesPanel } from '../anomalies/AnomaliesPanel.tsx';
import { Alarm } from './Alarm.tsx';
import { AllAlarms } from './AllAlarms.tsx';
import { Bookings } from './Bookings.tsx';
import { CarriedOver } from './CarriedOver.tsx';
import { Faults } from './Faults.tsx';
import { Feeds } from './Feeds.tsx';
import { Overbooked } from './Overbooked.tsx';
import { Printers } from './Printers.tsx';
import styles from './today.module.css';

interface TodayPageProps {
  readonly view: ManagerView;
  readonly alarms: WallView['alarms'];
}

/** The day in detail, beside the live wall: every alarm, who is booked, and what came in. */
export function TodayPage({ view, alarms }: TodayPageProps) {
  return (
    <div className={styles.page}>
      <Alarm lines={view.unserved} />
      <Printers printers={view.printers} />
      <div className={styles.columns}>
        <AllAlarms alarms={alarms} />
        <div className={styles.middle}>
          <Bookings appointments={view.appointments} />
          <Feeds feeds={view.feeds} />
          <Faults faults={view.faults} />
        </div>
        <div className={styles.last}>
          <Overbooked slots={view.overbooked} />
          <CarriedOver tokens={view.carriedOver} />
          <AnomaliesPanel />
        </div>
      </div>
    </div>
  );
}
