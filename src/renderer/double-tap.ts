import { useRef } from 'react';

/** A second tap within this time is the same tap: what lies under the finger has changed meanwhile. */
const DOUBLE_TAP_MS = 350;

/** Gives a test that is true for a first tap, and false for one that follows it too closely. */
export function useFirstTap(): () => boolean {
  const lastMs = useRef(Number.NEGATIVE_INFINITY);
  return () => {
    const nowMs = performance.now();
    const isFirst = nowMs - lastMs.current > DOUBLE_TAP_MS;
    if (isFirst) lastMs.current = nowMs;
    return isFirst;
  };
}
