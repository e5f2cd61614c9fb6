import type { OwnReader } from '../../protocol/views/reader-view.ts';
import type { HubClient } from '../hub-client.ts';

/** What the app's own window gives its page: the readers that are plugged into this machine. */
interface MachineReaders {
  hear(listener: (text: string) => void): void;
  watch(listener: (readers: OwnReader[]) => void): void;
}

const machineReaders = (globalThis as { readonly markazReaders?: MachineReaders }).markazReaders;

const listeners = new Set<(text: string) => void>();
machineReaders?.hear((text) => listeners.forEach((listener) => listener(text)));

/** Calls with what this machine's readers read, until what it gives is called. */
export function hearMachine(listener: (text: string) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

let driven: readonly OwnReader[] = [];
let drivenMs = 0;
let typedMs: number | undefined;
const tellers = new Set<() => void>();

/** A reader that types like a keyboard has read something: that is all that can be known of it. */
export function noteTyped(): void {
  typedMs = performance.now();
  tellers.forEach((tell) => tell());
}

machineReaders?.watch((readers) => {
  driven = readers;
  drivenMs = performance.now();
  tellers.forEach((tell) => tell());
});

/** This machine's readers as they are now: what was told a while ago has grown older since. */
function readersNow(): OwnReader[] {
  const nowMs = performance.now();
  const sinceMs = Math.round(nowMs - drivenMs);
  const own = driven.map((one) => ({ ...one, agoMs: one.agoMs === null ? null : one.agoMs + sinceMs }));
  if (typedMs === undefined) return own;
  return [...own, { address: 'keyboard', state: 'ready', agoMs: Math.round(nowMs - typedMs) }];
}

/** Tells the hub of this machine's readers whenever one comes, goes or reads, and again when the hub is back. */
export function tellReaders(client: HubClient): void {
  let wasLive = false;
  const tell = () => {
    const readers = readersNow();
    if (readers.length > 0) void client.ask({ name: 'tellReaders', payload: { readers } });
  };
  tellers.add(tell);
  client.subscribe(() => {
    const { isLive } = client.getState();
    if (isLive && !wasLive) tell();
    wasLive = isLive;
  });
}
