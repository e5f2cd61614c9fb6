/** One timer for many that are due at different times: it runs at the first of them. Times are ms of the process. */
export function waker(run: () => void) {
  let timer: NodeJS.Timeout | undefined;
  let wakesMs = Number.POSITIVE_INFINITY;
  let isStopped = false;
  return {
    wakeAt(dueMs: number): void {
      if (isStopped || dueMs >= wakesMs) return;
      clearTimeout(timer);
      wakesMs = dueMs;
      timer = setTimeout(
        () => {
          wakesMs = Number.POSITIVE_INFINITY;
          run();
        },
        Math.max(0, dueMs - performance.now()),
      );
    },
    stop(): void {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
