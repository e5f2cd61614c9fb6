import { setTimeout as sleep } from 'node:timers/promises';

/** Plays rounds one after the other until it is stopped; each round gives the ms to wait before the next. */
export function pollLoop(round: (signal: AbortSignal) => Promise<number>) {
  let stopping = new AbortController();
  let running: Promise<void> | null = null;

  async function run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const waitMs = await round(signal);
      await sleep(waitMs, undefined, { signal, ref: false }).catch(() => undefined); // It is cut short by stopping.
    }
  }

  return {
    start(): void {
      if (running) return;
      stopping = new AbortController();
      running = run(stopping.signal);
    },
    async stop(): Promise<void> {
      stopping.abort();
      await running;
      running = null;
    },
  };
}
