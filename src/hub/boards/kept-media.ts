import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { MediaChange } from '../../store/log/event.ts';

/** A file that was sent and not put on the boards goes again after this long. */
const UNUSED_MS = 60 * 60_000;
/** What was replaced or removed is kept up to this much, the newest first. */
const MOST_BYTES = 2 * 1024 ** 3;

/**
 * Pictures and videos that stand on no board: what was sent and not put there yet, and what was replaced or removed, so
 * that this can be taken back. Each is a version under its own id, beside the others in a hidden folder.
 */
export function keptMedia(folder: string) {
  const kept = join(folder, '.kept');
  mkdirSync(kept, { recursive: true });
  const pathOf = (version: string) => join(kept, version);
  return {
    pathOf,
    has: (version: string): boolean => existsSync(pathOf(version)),
    /** Brings the folder to what a change says; once more does nothing. */
    place({ name, before, after }: MediaChange): void {
      const shown = join(folder, name);
      if (before !== null && existsSync(shown) && !existsSync(pathOf(before))) renameSync(shown, pathOf(before));
      if (after !== null && existsSync(pathOf(after))) renameSync(pathOf(after), shown);
    },
    /** Drops what no change can be taken back to any more. `changes`: those that can, the newest first. */
    prune(changes: readonly MediaChange[]): void {
      const wanted = new Set(changes.flatMap(({ before, after }) => [before, after]));
      let bytes = 0;
      for (const version of wanted) {
        if (version === null || !existsSync(pathOf(version))) continue;
        bytes += statSync(pathOf(version)).size;
        if (bytes > MOST_BYTES) rmSync(pathOf(version));
      }
      for (const version of readdirSync(kept)) {
        const isUnused = !wanted.has(version) && Date.now() - statSync(pathOf(version)).mtimeMs > UNUSED_MS;
        if (isUnused) rmSync(pathOf(version));
      }
    },
  };
}
