import { type KeptHeads, keepHead } from '../../domain/keeping/kept-heads.ts';
import type { HubClient } from '../hub-client.ts';

const keyOf = (hubId: string): string => `markaz.heads.${hubId}`;

/** What this machine kept of a hub's log; undefined when it is nothing, or cannot be read. */
function read(hubId: string): KeptHeads | undefined {
  try {
    const kept = localStorage.getItem(keyOf(hubId));
    return kept === null ? undefined : (JSON.parse(kept) as KeptHeads);
  } catch {
    return undefined;
  }
}

function write(kept: KeptHeads): void {
  try {
    localStorage.setItem(keyOf(kept.hubId), JSON.stringify(kept));
  } catch {
    // A screen that can store nothing is no witness, and shows everything else.
  }
}

let kept: KeptHeads | undefined;
const listeners = new Set<() => void>();

/** What this machine keeps of the hub's log; undefined until the hub has spoken. */
export const keptHeads = (): KeptHeads | undefined => kept;

/** Calls when it has changed, until what it gives is called. */
export function hearKept(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * Makes a screen a witness of the log: it keeps the newest head of each service day, and tells the hub at each connection
 * what it had seen before. A hub whose store was cut, or put back, learns of it from its screens.
 */
export function keepWitness(client: HubClient): void {
  let hasTold = false;
  client.subscribe(() => {
    if (!client.getState().isLive) hasTold = false;
  });
  client.hearMarks((stamp, mark) => {
    if (kept?.hubId !== mark.hubId) kept = read(mark.hubId);
    const last = kept?.heads.at(-1);
    if (!hasTold && kept && last) void client.ask({ name: 'tellSeen', payload: { head: last, numbers: kept.numbers } });
    hasTold = true;
    kept = keepHead(kept, { seq: stamp.seq, hash: stamp.hash, at: stamp.at, day: mark.serviceDay }, mark);
    write(kept);
    for (const listener of listeners) listener();
  });
}
