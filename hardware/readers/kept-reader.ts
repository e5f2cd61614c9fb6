import type { Reader, ReaderState, Scan } from './reader.ts';

/** A reader that is open. */
interface OpenedReader {
  close(): Promise<void>;
}

/** Opens a reader; tells what it reads, and when it is lost. Never throws. */
export type OpenReader = (
  hear: (scan: Scan) => void,
  lost: () => void,
) => Promise<OpenedReader | Exclude<ReaderState, 'ready'>>;

/** How often one that is away is looked for: a look takes the system some 25 ms. */
const LOOK_MS = 2_000;

/** Those who listen to something. */
function listenersOf<T>() {
  const listeners = new Set<(value: T) => void>();
  return {
    add(listener: (value: T) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: (value: T) => listeners.forEach((listener) => listener(value)),
    clear: () => listeners.clear(),
  };
}

/** Opens a reader whenever it is there, until it is ended, and tells how it is. */
function keepOpen(open: OpenReader, hear: (scan: Scan) => void, become: (state: ReaderState) => void) {
  let timer: NodeJS.Timeout | undefined;
  let endWait: () => void = () => undefined;
  let isEnded = false;

  const untilNextLook = () =>
    new Promise<void>((resolve) => {
      endWait = resolve;
      timer = setTimeout(resolve, LOOK_MS);
    });

  async function run(): Promise<void> {
    while (!isEnded) {
      const lost = Promise.withResolvers<void>();
      const opened = await open(hear, lost.resolve);
      if (typeof opened === 'string') become(opened);
      else {
        endWait = lost.resolve;
        become('ready');
        if (!isEnded) await lost.promise;
        become('away');
        await opened.close();
      }
      if (!isEnded) await untilNextLook();
    }
  }

  const running = run();
  return async (): Promise<void> => {
    isEnded = true;
    clearTimeout(timer);
    endWait();
    await running;
  };
}

/** Keeps a reader open: looks for it until it is there, and again when it was lost. */
export function keptReader(kind: Reader['kind'], open: OpenReader): Reader {
  const scans = listenersOf<Scan>();
  const states = listenersOf<ReaderState>();
  let state: ReaderState | undefined;
  const end = keepOpen(open, scans.tell, (next) => {
    if (next !== state) states.tell(next);
    state = next;
  });
  return {
    kind,
    hear: scans.add,
    watch(tell) {
      if (state) tell(state);
      return states.add(tell);
    },
    close() {
      scans.clear();
      states.clear();
      return end();
    },
  };
}
