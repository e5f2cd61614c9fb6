import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { WallView } from '../../../protocol/wall/wall-view.ts';
import { alarmTone, isSoundOn, turnSoundOn } from '../../../renderer/voice/sound.ts';
import { NOTHING_RUNG, ringFor } from './alarm-bell.ts';

const KEY = 'markaz.manager.muted';
const LOOK_MS = 1_000;

/** Whether alarms are heard here: the browser wants a touch first, somebody muted them, or these are quiet hours. */
export type Sound = 'touch' | 'muted' | 'quiet' | 'on';

/** A browser lets a page be heard after the first touch of it. */
function useFirstTouch(): boolean {
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    const look = () => setOn(isSoundOn());
    const touched = () => void turnSoundOn().then(look);
    look();
    addEventListener('pointerdown', touched);
    addEventListener('keydown', touched);
    return () => {
      removeEventListener('pointerdown', touched);
      removeEventListener('keydown', touched);
    };
  }, []);
  return isOn;
}

/** Sounds the urgent alarms that nobody has seen, on whatever page the console is. */
export function useAlarmSound(wall: WallView | undefined) {
  const hasTouch = useFirstTouch();
  const [isMuted, setMuted] = useState(() => localStorage.getItem(KEY) === 'yes');
  const rung = useRef(NOTHING_RUNG);
  const soundOf = (): Sound => {
    if (isMuted) return 'muted';
    if (!hasTouch) return 'touch';
    return wall?.isQuiet ? 'quiet' : 'on';
  };
  const sound = soundOf();
  const look = useEffectEvent(() => {
    const unseen = (wall?.alarms ?? []).filter(({ level, seen }) => level === 'urgent' && seen === null);
    if (sound !== 'on') return;
    const turn = ringFor(
      rung.current,
      unseen.map(({ key }) => key),
      performance.now(),
    );
    rung.current = turn.rung;
    if (turn.rings) alarmTone();
  });
  useEffect(() => {
    const timer = setInterval(() => look(), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  const mute = (next: boolean) => {
    localStorage.setItem(KEY, next ? 'yes' : 'no');
    setMuted(next);
  };
  return { sound, isMuted, mute };
}

export type AlarmSound = ReturnType<typeof useAlarmSound>;
