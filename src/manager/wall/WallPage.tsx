import type { WallView } from '../../protocol/wall/wall-view.ts';
import { useHub, useHubTime } from '../../renderer/use-hub.ts';
import { Alarms } from './alarms/Alarms.tsx';
import { HallBand } from './HallBand.tsx';
import { Kiosks } from './Kiosks.tsx';
import { TodayFigures } from './TodayFigures.tsx';
import type { AlarmSound } from './alarms/use-alarm-sound.ts';
import styles from './wall.module.css';

/** Every hall at a glance, on one screen: nothing scrolls, and what is wrong stands out. Without a sound it is of the past. */
export function WallPage({ wall, sound }: { readonly wall: WallView; readonly sound: AlarmSound | null }) {
  const now = useHubTime();
  const { isLive } = useHub();
  return (
    <div className={styles.wall} data-live={isLive} data-past={sound === null}>
      <div className={styles.halls}>
        {wall.halls.map((hall) => (
          <HallBand key={hall.id} wall={wall} hall={hall} now={now} isPast={sound === null} />
        ))}
      </div>
      <div className={styles.rail}>
        <Alarms alarms={wall.alarms} sound={sound} />
        {sound === null ? null : <Kiosks kiosks={wall.kiosks} />}
        <TodayFigures today={wall.today} />
      </div>
    </div>
  );
}
