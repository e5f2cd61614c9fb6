import { type KeptHeads, keepHead } from '../../domain/keeping/kept-heads.ts';
import type { HubClient } from '../hub-client.ts';

const keyOf = (hubId: string): string => `markaz.heads.${hubId}`;

/** What this machine has kept of a hub's log; undefined when it is nothing, or cannot be read. */
export function readKept(hubId: string): KeptHeads | undefined {
  try {
    return (JSON.parse(localStorage.getItem(keyOf(hubId)) ?? 'null') as KeptHeads | undefined) ?? undefined;
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

/**
 * Makes a screen a witness of the log: it keeps the newest head of each service day, and tells the hub at each connection
 * what it had seen before. A hub whose store was cut, or put back, learns of it from its screens.
 */
export function keepWitness(client: HubClient): void {
  let hasTold = false;
  let kept: KeptHeads | undefined;
  client.subscribe(() => {
    if (!client.getState().isLive) hasTold = false;
  });
  client.hearMarks((stamp, mark) => {
    if (kept?.hubId !== mark.hubId) kept = readKept(mark.hubId);
    const last = kept?.heads.at(-1);
    if (!hasTold && kept && last) void client.ask({ name: 'tellSeen', payload: { head: last, numbers: kept.numbers } });
    hasTold = true;
    kept = keepHead(kept, { seq: stamp.seq, hash: stamp.hash, at: stamp.at, day: mark.serviceDay }, mark);
    write(kept);
  });
}
