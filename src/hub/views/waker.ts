/** One timer for many that are due at different times: it runs at the first of them. Times are ms of the process. */
export function waker(run: () => void) {
  let cancel = (): void => undefined;
  let wakesMs = Number.POSITIVE_INFINITY;
  let isStopped = false;
  const wake = (): void => {
    wakesMs = Number.POSITIVE_INFINITY;
    run();
  };
  return {
    wakeAt(dueMs: number): void {
      if (isStopped || dueMs >= wakesMs) return;
      cancel();
      wakesMs = dueMs;
      const waitMs = dueMs - performance.now();
      // The shortest timer takes a millisecond or two.
      if (waitMs <= 0) {
        const turn = setImmediate(wake);
        cancel = () => clearImmediate(turn);
      } else {
        const timer = setTimeout(wake, waitMs);
        cancel = () => clearTimeout(timer);
      }
    },
    stop(): void {
      isStopped = true;
      cancel();
    },
  };
}
