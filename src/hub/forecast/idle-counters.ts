/** Follows since when counters have had nobody, and how long they then took to call somebody who came. Queue clock, ms. */
export function idleCounters() {
  const freeSince = new Map<number, number>();
  const reactionsMs: number[] = [];
  return {
    reactionsMs,
    free(counterId: number, at: number): void {
      freeSince.set(counterId, at);
    },
    /** A counter calls somebody who has waited since then. */
    call(counterId: number, waitingSince: number, at: number): void {
      const since = freeSince.get(counterId);
      freeSince.delete(counterId);
      // Who came before the counter was free, or is called before their slot, says nothing of its operator.
      if (since !== undefined && since < waitingSince && waitingSince <= at) reactionsMs.push(at - waitingSince);
    },
  };
}
