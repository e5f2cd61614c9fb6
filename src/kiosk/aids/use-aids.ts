import { useEffect, useState } from 'react';
import { turnSoundOn } from '../../renderer/voice/sound.ts';
import { type Aid, withAid } from './aids.ts';

/** Which aids are on, and whether the sheet to choose them is open. The styles of every page read them from the root. */
export function useAids() {
  const [aids, setAids] = useState<readonly Aid[]>([]);
  const [isOpen, setOpen] = useState(false);
  const named = aids.join(' ');
  useEffect(() => {
    document.documentElement.dataset['aids'] = named;
  }, [named]);
  return {
    aids,
    isOpen,
    open: () => setOpen(true),
    close: () => setOpen(false),
    turn(aid: Aid, isOn: boolean) {
      // A browser lets a page be heard from within a touch or a key press.
      if (aid === 'spoken' && isOn) void turnSoundOn();
      setAids((before) => withAid(before, aid, isOn));
    },
    end() {
      setAids([]);
      setOpen(false);
    },
  };
}

export type Aids = ReturnType<typeof useAids>;
