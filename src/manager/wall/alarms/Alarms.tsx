import { CircleCheck } from 'lucide-react';
import type { WallView } from '../../../protocol/wall/wall-view.ts';
import { digits } from '../../../renderer/text.ts';
import { useManagerText } from '../../manager-words.tsx';
import { AlarmCard } from './AlarmCard.tsx';
import styles from './alarms.module.css';
import { SoundSwitch } from './SoundSwitch.tsx';
import type { AlarmSound } from './use-alarm-sound.ts';
import { useHeightEm } from '../use-height-em.ts';

/** Heights as alarms.module.css draws them: a card with the gap below it, the gap, and the line that tells of more. */
const CARD_EM = 4.6;
const GAP_EM = 0.4;
const MORE_EM = 2.4;

interface AlarmsProps {
  readonly alarms: WallView['alarms'];
  readonly sound: AlarmSound | null;
}

/** What needs somebody now, worst first: as many as fit, and how many more there are. */
export function Alarms({ alarms, sound }: AlarmsProps) {
  const { language, text } = useManagerText();
  const { place, heightEm } = useHeightEm<HTMLDivElement>();
  const fitting = (roomEm: number) => Math.max(0, Math.floor((roomEm + GAP_EM) / CARD_EM));
  const hasAll = alarms.length <= fitting(heightEm);
  const shown = hasAll ? alarms : alarms.slice(0, fitting(heightEm - MORE_EM));
  const unseen = alarms.filter(({ seen }) => seen === null).length;
  return (
    <section className={styles.alarms} aria-label={text('alarmsTitle')}>
      <header>
        <h2>
          {text('alarmsTitle')} {unseen > 0 ? <span>{digits(unseen, language)}</span> : null}
        </h2>
        {sound ? <SoundSwitch sound={sound} /> : null}
      </header>
      <div ref={place} className={styles.cards}>
        {alarms.length === 0 ? (
          <p className={styles.well}>
            <CircleCheck aria-hidden="true" width="2.4em" height="2.4em" />
            <strong>{text('alarmsNone')}</strong>
            {text('alarmsNoneMore')}
          </p>
        ) : (
          <ul aria-live="polite">
            {shown.map((alarm) => (
              <AlarmCard key={alarm.key} alarm={alarm} isPast={sound === null} />
            ))}
          </ul>
        )}
        {hasAll ? null : (
          <a className={styles.more} href="#today">
            {text('alarmsMore', { count: alarms.length - shown.length })}
          </a>
        )}
      </div>
    </section>
  );
}
