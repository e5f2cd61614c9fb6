import { BellOff, Hand, Moon, Volume2 } from 'lucide-react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { useManagerText } from '../../manager-words.tsx';
import styles from '../rail.module.css';
import type { AlarmSound } from './use-alarm-sound.ts';

const ICONS = { on: Volume2, muted: BellOff, quiet: Moon } as const;
const WORDS = { on: 'soundOn', muted: 'soundOff', quiet: 'soundQuiet' } as const;

/** Says whether alarms are heard here, and mutes them; before the first touch that there has to be one, anywhere. */
export function SoundSwitch({ sound: { sound, isMuted, mute } }: { readonly sound: AlarmSound }) {
  const { text } = useManagerText();
  if (sound === 'touch') {
    return (
      <p className={styles.sound} data-sound={sound}>
        <Hand aria-hidden="true" width="1.15em" height="1.15em" /> {text('soundTouch')}
      </p>
    );
  }
  const Icon = ICONS[sound];
  return (
    <ToggleButton className={styles.sound ?? ''} data-sound={sound} isSelected={isMuted} onChange={mute}>
      <Icon aria-hidden="true" width="1.15em" height="1.15em" /> {text(WORDS[sound])}
    </ToggleButton>
  );
}
