import { useEffect, useEffectEvent, useState } from 'react';
import type { Patience } from './patience.ts';

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** How long the question stands whether anybody is still there. */
const ASKED_MS = 10_000;

/**
 * Leaves when nobody has touched the screen, and `scene` has not changed, for as long as its patience lasts; where it asks
 * first, one touch anywhere is the answer (WCAG 2.2.1).
 */
export function useIdle({ ms, asks }: Patience, scene: unknown, leave: () => void) {
  // The question ends with the page that it was asked on.
  const [askedOn, askOn] = useState<unknown>();
  const isAsked = askedOn !== undefined && askedOn === scene;
  const idle = useEffectEvent(() => {
    if (asks && !isAsked) askOn(scene);
    else leave();
  });
  useEffect(() => {
    const wait = isAsked ? ASKED_MS : ms;
    let timer = setTimeout(idle, wait);
    const wake = ({ type, target }: Event) => {
      clearTimeout(timer);
      timer = setTimeout(idle, wait);
      // Its button says so itself, since it may have to be heard first.
      if (type === 'pointerdown' && target instanceof Element && !target.closest('button')) askOn(undefined);
    };
    // In the capture phase: the keys of a scan get no further.
    const how = { passive: true, capture: true };
    for (const sign of SIGNS) window.addEventListener(sign, wake, how);
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, wake, how);
    };
  }, [ms, scene, isAsked]);
  return { isAsked, stay: () => askOn(undefined) };
}
