import { useEffect, useRef, useState } from 'react';
import { type Call, CALL_MS, callsBehind, CROWDED_CALL_MS, nextCall } from './announcement.ts';
import { chime } from './chime.ts';

interface Announced {
  readonly call: Call;
  /** Whether it is being called out now, rather than standing there from before. */
  readonly isFresh: boolean;
}

/**
 * Takes the board's calls out one at a time, each with its chime. What was called before the board was opened is
 * shown and not called out again.
 */
export function useAnnouncements(calls: readonly Call[] | undefined): Announced | undefined {
  const [announced, setAnnounced] = useState<Announced | undefined>();
  const busyUntil = useRef(0);
  const hasBegun = useRef(false);
  useEffect(() => {
    if (!calls) return undefined;
    if (!hasBegun.current) {
      hasBegun.current = true;
      if (calls[0]) setAnnounced({ call: calls[0], isFresh: false });
      return undefined;
    }
    const next = nextCall(calls, announced?.call.seq ?? 0);
    const waitMs = Math.max(0, busyUntil.current - performance.now());
    if (!next && !announced?.isFresh) return undefined;
    const timer = setTimeout(() => {
      if (!next) return setAnnounced((before) => before && { ...before, isFresh: false });
      busyUntil.current = performance.now() + (callsBehind(calls, next.seq) > 0 ? CROWDED_CALL_MS : CALL_MS);
      setAnnounced({ call: next, isFresh: true });
      chime();
    }, waitMs);
    return () => clearTimeout(timer);
  }, [calls, announced]);
  return announced;
}
