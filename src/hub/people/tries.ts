/** Tries to find somebody by a number that a device may make in a minute. */
const MOST_TRIES = 5;
const WINDOW_MS = 60_000;

/** Counts failed tries by device, so that nobody can try out numbers at a kiosk. Times in ms of a monotonic clock. */
export function triesByDevice() {
  const failed = new Map<string, readonly number[]>();
  const recent = (device: string, nowMs: number) => (failed.get(device) ?? []).filter((ms) => nowMs - ms < WINDOW_MS);
  return {
    mayTry: (device: string, nowMs: number): boolean => recent(device, nowMs).length < MOST_TRIES,
    hasFailed: (device: string, nowMs: number) => void failed.set(device, [...recent(device, nowMs), nowMs]),
  };
}

export type Tries = ReturnType<typeof triesByDevice>;
