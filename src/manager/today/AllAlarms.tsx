import type { WallView } from '../../protocol/wall/wall-view.ts';
import { useManagerText } from '../manager-words.tsx';
import { Empty, Panel } from '../Panel.tsx';
import { AlarmCard } from '../wall/alarms/AlarmCard.tsx';
import styles from './today.module.css';

/** Every alarm, also those for which the wall has no room. */
export function AllAlarms({ alarms }: { readonly alarms: WallView['alarms'] }) {
  const { text } = useManagerText();
  const seen = alarms.filter((one) => one.seen !== null).length;
  return (
    <Panel title={text('alarmsTitle')} {...(seen > 0 ? { more: text('alarmsSeen', { count: seen }) } : {})}>
      {alarms.length === 0 ? <Empty>{text('alarmsNone')}</Empty> : null}
      <ul className={styles.alarms}>
        {alarms.map((alarm) => (
          <AlarmCard key={alarm.key} alarm={alarm} />
        ))}
      </ul>
    </Panel>
  );
}
