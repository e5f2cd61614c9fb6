import { randomBytes, randomInt } from 'node:crypto';

/** A code is good this long, and after so many wrong ones no code that is shown now is good any more. */
const GOOD_MS = 10 * 60_000;
const MOST_WRONG = 5;
/** More than these never wait at once: whoever asks beyond is told to wait. */
const MOST_WAITING = 20;

/** A machine that shows a code and waits for a manager. */
export interface Waiting {
  readonly id: string;
  readonly code: string;
  /** Its certificate: signed already, and worth nothing until a manager has entered the code. */
  readonly cert: string;
  /** Where it asked from. */
  readonly address: string;
  readonly untilMs: number;
  /** The device that it has become. */
  readonly deviceId?: number;
}

/** The machines that wait to be paired. Times in ms of a monotonic clock; nothing of it outlives the hub. */
export function waitingDevices(nowMs: () => number) {
  const waiting = new Map<string, Waiting>();
  let wrong = 0;
  const expire = () => {
    for (const [id, one] of waiting) if (one.untilMs < nowMs()) waiting.delete(id);
    if (waiting.size === 0) wrong = 0;
  };
  return {
    /** A machine asks to be paired, which ends what its address has asked before; undefined when too many wait already. */
    add(cert: string, address: string): Waiting | undefined {
      expire();
      for (const [id, one] of waiting) if (one.address === address && one.deviceId === undefined) waiting.delete(id);
      if (waiting.size >= MOST_WAITING) return undefined;
      const taken = new Set([...waiting.values()].map((one) => one.code));
      let code = '';
      do code = String(randomInt(1_000_000)).padStart(6, '0');
      while (taken.has(code));
      const one = { id: randomBytes(16).toString('base64url'), code, cert, address, untilMs: nowMs() + GOOD_MS };
      waiting.set(one.id, one);
      return one;
    },
    get(id: string): Waiting | undefined {
      expire();
      return waiting.get(id);
    },
    /** The machine that shows that code and is none of the devices yet. Five wrong ones end all that wait. */
    byCode(code: string): Waiting | undefined {
      expire();
      const found = [...waiting.values()].find((one) => one.code === code && one.deviceId === undefined);
      if (found) return found;
      wrong += 1;
      if (wrong >= MOST_WRONG) waiting.clear();
      return undefined;
    },
    grant(id: string, deviceId: number): void {
      const one = waiting.get(id);
      if (one) waiting.set(id, { ...one, deviceId });
    },
    count: (): number => [...waiting.values()].filter((one) => one.deviceId === undefined).length,
    /** It has what it waited for: the code is used up. */
    end: (id: string): void => void waiting.delete(id),
  };
}

export type WaitingDevices = ReturnType<typeof waitingDevices>;
