import { MOST_BYTES } from './reader.ts';

/** A scanner sends a line at once: what stays without an end is given up. */
const REST_MS = 1_000;

const isEnd = (byte: number): boolean => byte === 0x0d || byte === 0x0a;

/**
 * Cuts what a serial scanner sends into lines, at carriage return or line feed. A line that is too long gives nothing,
 * nor does one whose end does not come within a second. Times in ms of a monotonic clock.
 */
export function lines(): (bytes: Uint8Array, nowMs: number) => readonly Uint8Array[] {
  let begun: number[] = [];
  let isTooLong = false;
  let lastMs = Number.NEGATIVE_INFINITY;
  return (bytes, nowMs) => {
    if (nowMs - lastMs >= REST_MS) {
      begun = [];
      isTooLong = false;
    }
    lastMs = nowMs;
    const whole: Uint8Array[] = [];
    for (const byte of bytes) {
      if (!isEnd(byte)) {
        isTooLong ||= begun.length >= MOST_BYTES;
        if (!isTooLong) begun.push(byte);
        continue;
      }
      if (begun.length > 0 && !isTooLong) whole.push(Uint8Array.from(begun));
      begun = [];
      isTooLong = false;
    }
    return whole;
  };
}
