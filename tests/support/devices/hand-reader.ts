import type { Reader, ReaderState, Scan } from '../../../hardware/readers/reader.ts';

/** A reader that reads what a test holds to it. */
export function handReader() {
  const listeners = new Set<(scan: Scan) => void>();
  const watchers = new Set<(state: ReaderState) => void>();
  const reader: Reader = {
    kind: 'hid',
    hear(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    watch(tell) {
      watchers.add(tell);
      return () => void watchers.delete(tell);
    },
    close: async () => listeners.clear(),
  };
  return {
    reader,
    become: (state: ReaderState) => watchers.forEach((tell) => tell(state)),
    read: (text: string) =>
      listeners.forEach((listener) => listener({ symbology: 'other', bytes: Buffer.from(text, 'latin1') })),
  };
}
