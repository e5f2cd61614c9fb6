import { existsSync, type FSWatcher, mkdirSync, readdirSync, watch } from 'node:fs';
import { extname } from 'node:path';
import type { BoardView } from '../../protocol/views/views.ts';

type Item = BoardView['media'][number];

const KINDS: Readonly<Record<string, Item['kind']>> = {
  '.jpg': 'picture',
  '.jpeg': 'picture',
  '.png': 'picture',
  '.webp': 'picture',
  '.mp4': 'video',
  '.webm': 'video',
};

/** Files whose names an address can carry as they are, and that are no hidden ones. */
export const MEDIA_NAME = /^\w[\w .-]{0,80}$/;

/** What is in the folder; nothing where somebody has taken the folder away. */
function itemsIn(folder: string): readonly Item[] {
  return (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [])
    .filter((entry) => entry.isFile() && MEDIA_NAME.test(entry.name))
    .map(({ name }) => name)
    .toSorted()
    .flatMap((name) => {
      const kind = KINDS[extname(name).toLowerCase()];
      return kind ? [{ address: `/media/${encodeURIComponent(name)}`, kind }] : [];
    });
}

/** The pictures and videos of a folder, in the order of their names; a file that is put there stands on the boards at once. */
export function mediaOf(folder: string) {
  mkdirSync(folder, { recursive: true });
  let items = itemsIn(folder);
  let watching: FSWatcher | undefined;
  let told: () => void = () => undefined;
  const look = () => {
    items = itemsIn(folder);
    told();
  };
  return {
    folder,
    all: () => items,
    /** Whether an address is one of them. */
    has: (address: string) => items.some((item) => item.address === address),
    /** Looks into the folder again: what was put there or taken away by this hub itself stands on the boards at once. */
    look,
    watch(changed: () => void) {
      told = changed;
      try {
        watching = watch(folder, look);
        // The folder is gone, or the system watches no more: what was there last stays.
        watching.on('error', () => undefined);
      } catch (error) {
        console.error('New media are seen at the next start only:', error);
      }
    },
    stop: () => watching?.close(),
  };
}

export type Media = ReturnType<typeof mediaOf>;
