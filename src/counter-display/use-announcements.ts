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
    const next = hasBegun.current ? nextCall(calls, announced?.call.seq ?? 0) : calls[0];
    const isNews = hasBegun.current;
    if (!next && !announced?.isFresh) {
      hasBegun.current = true;
      return undefined;
    }
    const timer = setTimeout(
      () => {
        hasBegun.current = true;
        if (!next) return setAnnounced((before) => before && { ...before, isFresh: false });
        setAnnounced({ call: next, isFresh: isNews });
        if (!isNews) return;
        busyUntil.current = performance.now() + (callsBehind(calls, next.seq) > 0 ? CROWDED_CALL_MS : CALL_MS);
        chime();
      },
      Math.max(0, busyUntil.current - performance.now()),
    );
    return () => clearTimeout(timer);
  }, [calls, announced]);
  return announced;
}
