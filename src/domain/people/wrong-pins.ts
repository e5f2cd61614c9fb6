/** How often in a row a wrong PIN was given, and until when (epoch ms) no other one is looked at. */
export interface WrongPins {
  readonly count: number;
  readonly waitUntilAt: number;
}

export const NO_WRONG_PINS: WrongPins = { count: 0, waitUntilAt: 0 };

/** So many wrong PINs in a row lock their owner out, until a manager lets them in again. */
export const MOST_WRONG_PINS = 10;

const FREE = 2;
const FIRST_WAIT_MS = 2_000;

/** One more wrong PIN: two are free, then the wait doubles from 2 s (the ninth makes one of 128 s). */
export function afterWrongPin({ count }: WrongPins, at: number): WrongPins {
  const waitMs = count < FREE ? 0 : FIRST_WAIT_MS * 2 ** (count - FREE);
  return { count: count + 1, waitUntilAt: at + waitMs };
}

/** Whether that many lock. */
export const isLocked = ({ count }: WrongPins): boolean => count >= MOST_WRONG_PINS;
