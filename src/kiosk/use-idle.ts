import { useEffect, useEffectEvent } from 'react';

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Calls `onIdle` when nobody has touched the screen, and `scene` has not changed, for that long. */
export function useIdle(ms: number, scene: unknown, onIdle: () => void): void {
  const idle = useEffectEvent(onIdle);
  useEffect(() => {
    let timer = setTimeout(idle, ms);
    const wake = () => {
      clearTimeout(timer);
      timer = setTimeout(idle, ms);
    };
    // In the capture phase: the keys of a scan get no further.
    const how = { passive: true, capture: true };
    for (const sign of SIGNS) window.addEventListener(sign, wake, how);
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, wake, how);
    };
  }, [ms, scene]);
}
