import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { MediaChange } from '../../store/log/event.ts';

/** A file that was sent and not put on the boards goes again after this long. */
const UNUSED_MS = 60 * 60_000;
/** What was replaced or removed is kept up to this much, the newest first; what was sent and not used up to as much. */
const MOST_BYTES = 2 * 1024 ** 3;

/** The number of the last event whose change was done. */
const PLACED = 'placed';

/**
 * Pictures and videos that stand on no board: what was sent and not put there yet, and what was replaced or removed, so
 * that this can be taken back. Each is a version under its own id, beside the others in a hidden folder.
 */
export function keptMedia(folder: string) {
  const kept = join(folder, '.kept');
  mkdirSync(kept, { recursive: true });
  const pathOf = (version: string) => join(kept, version);
  const has = (version: string): boolean => existsSync(pathOf(version));
  let wanted: readonly string[] = [];

  /** Size and age of a version; nothing of one that was just put on the boards. */
  function statOf(version: string) {
    const { size = 0, mtimeMs = Date.now() } = statSync(pathOf(version), { throwIfNoEntry: false }) ?? {};
    return { size, agedMs: Date.now() - mtimeMs };
  }

  /** Drops what is beyond the most bytes, in that order, and what is older than that. */
  function thin(versions: readonly string[], oldMs: number): void {
    let bytes = 0;
    for (const version of versions) {
      const { size, agedMs } = statOf(version);
      bytes += size;
      if (bytes > MOST_BYTES || agedMs > oldMs) rmSync(pathOf(version), { force: true });
    }
  }

  /** Drops what was sent and not put on the boards, when it is old or too much. */
  function pruneUnused(): void {
    const unused = readdirSync(kept).filter((version) => version !== PLACED && !wanted.includes(version));
    thin(
      unused.toSorted((a, b) => statOf(a).agedMs - statOf(b).agedMs),
      UNUSED_MS,
    );
  }

  return {
    pathOf,
    has,
    /** The number of the last event whose change was done here; 0 before the first. */
    placed: (): number => (has(PLACED) ? Number(readFileSync(pathOf(PLACED), 'utf8')) : 0),
    setPlaced: (seq: number) => writeFileSync(pathOf(PLACED), String(seq)),
    /** Brings the folder to what a change says. Done again it does nothing, and nothing that stands there is written over. */
    place({ name, before, after }: MediaChange): void {
      if (after !== null && !has(after)) return;
      const shown = join(folder, name);
      const aside = before !== null && !has(before) ? before : `${randomUUID()}${extname(name)}`;
      if (existsSync(shown)) renameSync(shown, pathOf(aside));
      if (after !== null) renameSync(pathOf(after), shown);
    },
    /** Drops what no change can be taken back to any more. `changes`: those that can, the newest first. */
    prune(changes: readonly MediaChange[]): void {
      wanted = [...new Set(changes.flatMap(({ before, after }) => [before, after].filter((one) => one !== null)))];
      thin(wanted.filter(has), Infinity);
      pruneUnused();
    },
    pruneUnused,
  };
}
