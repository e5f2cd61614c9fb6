import type { PrinterStatus } from './printer.ts';

/** How often an idle printer is asked: with two silences of one that hangs, staff are told within three seconds. */
const ASK_MS = 1_000;

/** Keeps the last status of a printer, and tells those who watch when it has changed. */
export function statusWatch(ask: () => Promise<PrinterStatus>) {
  const watchers = new Set<(status: PrinterStatus) => void>();
  let last: PrinterStatus | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  function saw(status: PrinterStatus): void {
    const isNew = JSON.stringify(status) !== JSON.stringify(last);
    last = status;
    if (isNew) for (const tell of watchers) tell(status);
  }

  async function askOn(): Promise<void> {
    saw(await ask());
    if (!isStopped && watchers.size > 0) timer = setTimeout(() => void askOn(), ASK_MS);
  }

  return {
    /** A status that came to light otherwise. */
    saw,
    watch(tell: (status: PrinterStatus) => void): () => void {
      watchers.add(tell);
      if (last) tell(last);
      if (watchers.size === 1) void askOn();
      return () => {
        watchers.delete(tell);
        if (watchers.size === 0) clearTimeout(timer);
      };
    },
    stop(): void {
      isStopped = true;
      watchers.clear();
      clearTimeout(timer);
    },
  };
}
