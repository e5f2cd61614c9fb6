import { BellOff, Hand, Moon, Volume2 } from 'lucide-react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { useManagerText } from '../manager-words.tsx';
import styles from './rail.module.css';
import type { AlarmSound } from './use-alarm-sound.ts';

const ICONS = { on: Volume2, muted: BellOff, quiet: Moon, touch: Hand } as const;
const WORDS = { on: 'soundOn', muted: 'soundOff', quiet: 'soundQuiet', touch: 'soundTouch' } as const;

/** Says whether alarms are heard here, and mutes them. The touch that it gets is the first one that a browser wants. */
export function SoundSwitch({ sound: { sound, isMuted, mute } }: { readonly sound: AlarmSound }) {
  const { text } = useManagerText();
  const Icon = ICONS[sound];
  return (
    <ToggleButton
      className={styles.sound ?? ''}
      data-sound={sound}
      isSelected={isMuted}
      onChange={(next) => mute(sound === 'touch' ? false : next)}
    >
      <Icon aria-hidden="true" width="1.15em" height="1.15em" /> {text(WORDS[sound])}
    </ToggleButton>
  );
}
