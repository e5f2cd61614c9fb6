import type { Sender } from '../sender.ts';

/** Tries to find somebody by a number that a place may make in a minute. */
const MOST_TRIES = 5;
const WINDOW_MS = 60_000;

/**
 * The place whose tries count together. A screen on the hub's own machine names itself as it likes, and would have five
 * tries more with each name: of those the kind of screen counts.
 */
export const placeOfTries = ({ deviceId, device, screen }: Pick<Sender, 'deviceId' | 'device' | 'screen'>): string =>
  deviceId === null ? `here ${screen}` : device;

/** Counts failed tries by place, so that nobody can try out numbers at a kiosk. Times in ms of a monotonic clock. */
export function triesByDevice() {
  const failed = new Map<string, readonly number[]>();
  const recent = (place: string, nowMs: number) => (failed.get(place) ?? []).filter((ms) => nowMs - ms < WINDOW_MS);
  return {
    mayTry: (place: string, nowMs: number): boolean => recent(place, nowMs).length < MOST_TRIES,
    hasFailed: (place: string, nowMs: number) => void failed.set(place, [...recent(place, nowMs), nowMs]),
  };
}

export type Tries = ReturnType<typeof triesByDevice>;
