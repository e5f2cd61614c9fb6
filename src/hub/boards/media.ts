import { existsSync, type FSWatcher, mkdirSync, readdirSync, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { MEDIA_NAME } from '../../protocol/media-names.ts';
import type { BoardView } from '../../protocol/views/views.ts';
import type { LoggedEvent, MediaChange } from '../../store/log/event.ts';
import { keptMedia } from './kept-media.ts';

type Item = BoardView['media'][number];

const KINDS: Readonly<Record<string, Item['kind']>> = {
  '.jpg': 'picture',
  '.jpeg': 'picture',
  '.png': 'picture',
  '.webp': 'picture',
  '.mp4': 'video',
  '.webm': 'video',
};

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
  const kept = keptMedia(folder);
  let items = itemsIn(folder);
  let watching: FSWatcher | undefined;
  let told: () => void = () => undefined;
  const look = () => {
    items = itemsIn(folder);
    told();
  };
  return {
    folder,
    kept,
    all: () => items,
    /** Whether an address is one of them. */
    has: (address: string) => items.some((item) => item.address === address),
    /** Does what was logged; the boards show it at once. `changes`: all that can be taken back, the newest first. */
    place(events: readonly LoggedEvent[], changes: readonly MediaChange[]): void {
      try {
        for (const { seq, payload } of events) {
          for (const change of payload.media ?? []) kept.place(change);
          kept.setPlaced(seq);
        }
        kept.prune(changes);
      } catch (error) {
        // What is not done now is at the next start.
        console.error('The folder of pictures could not be changed:', error);
      }
      look();
    },
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

/** The pictures and videos of the boards with their sizes, for who sees to them. */
export async function mediaList(media: Media): Promise<object> {
  const items = await Promise.all(
    media.all().map(async ({ address, kind }) => {
      const name = decodeURIComponent(address.slice('/media/'.length));
      const bytes = await stat(join(media.folder, name)).then(
        ({ size }) => size,
        () => 0,
      );
      return { address, kind, name, bytes };
    }),
  );
  return { items };
}
