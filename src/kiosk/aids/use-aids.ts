import { useEffect, useRef, useState } from 'react';
import { turnSoundOn } from '../../renderer/voice/sound.ts';
import { type Aid, withAid } from './aids.ts';

/** Which aids are on, and whether the sheet to choose them is open. The styles of every page read them from the root. */
export function useAids() {
  const [aids, setAids] = useState<readonly Aid[]>([]);
  const [isOpen, setOpen] = useState(false);
  const [visit, setVisit] = useState(0);
  const isPlugged = useRef(false);
  const named = aids.join(' ');
  useEffect(() => {
    document.documentElement.dataset['aids'] = named;
  }, [named]);
  const turn = (aid: Aid, isOn: boolean) => {
    // A browser lets a page be heard from within a touch or a key press.
    if (aid === 'spoken' && isOn) void turnSoundOn();
    setAids((before) => withAid(before, aid, isOn));
  };
  return {
    aids,
    isOpen,
    /** How many visits have ended here. */
    visit,
    open: () => setOpen(true),
    close: () => setOpen(false),
    turn,
    /** Headphones were plugged in, or drawn. */
    plug(isIn: boolean) {
      isPlugged.current = isIn;
      turn('spoken', isIn);
    },
    /** The visit is over: the next citizen finds the screen as it was, or hears it where the headphones are still in. */
    end() {
      setAids(isPlugged.current ? ['spoken'] : []);
      setOpen(false);
      setVisit((before) => before + 1);
    },
  };
}

export type Aids = ReturnType<typeof useAids>;
