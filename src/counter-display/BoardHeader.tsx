import { VolumeX } from 'lucide-react';
import { useState } from 'react';
import { clockText } from '../renderer/clock-text.ts';
import { Num } from '../renderer/Num.tsx';
import { useHub, useHubTime } from '../renderer/use-hub.ts';
import styles from './header.module.css';
import { Both } from './board-words.tsx';
import { isSoundOn, turnSoundOn } from '../renderer/voice/sound.ts';

/** Offers sound where the browser waits for a touch before it lets a page be heard. */
function SoundSwitch() {
  const [isOn, setOn] = useState(isSoundOn);
  if (isOn) return null;
  return (
    <button
      type="button"
      className={styles.sound}
      aria-label="Touch for sound"
      onClick={() => void turnSoundOn().then(() => setOn(true))}
    >
      <VolumeX aria-hidden="true" width="1.2em" height="1.2em" /> <Both name="soundOff" />
    </button>
  );
}

export function BoardHeader() {
  const { centre, board } = useHub().views;
  const { at } = useHubTime();
  const hall = centre?.halls.find((one) => one.id === board?.hallId)?.name;
  return (
    <header className={styles.header}>
      <p className={styles.name}>
        <strong>{centre?.name.en}</strong> <span>{hall?.en}</span>
      </p>
      <SoundSwitch />
      <span className={styles.clock}>
        {at > 0 ? <Num>{clockText(at, centre?.timeZone ?? 'UTC', 'en')}</Num> : null}
      </span>
      <p className={styles.name} lang="ur" dir="rtl">
        <strong>{centre?.name.ur}</strong> <span>{hall?.ur}</span>
      </p>
    </header>
  );
}
