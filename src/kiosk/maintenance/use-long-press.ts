import { type PointerEvent, useRef } from 'react';

/** Nobody rests a finger on a clock for so long by chance. */
const LONG_MS = 3_000;

/** The handlers of a place that does something when a finger rests on it for three seconds. */
export function useLongPress(onLong: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const end = () => clearTimeout(timer.current);
  return {
    onPointerDown(event: PointerEvent) {
      end();
      if (event.isPrimary) timer.current = setTimeout(onLong, LONG_MS);
    },
    onPointerUp: end,
    onPointerLeave: end,
    onPointerCancel: end,
  };
}
