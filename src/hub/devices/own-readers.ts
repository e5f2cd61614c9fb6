import type { Handshake } from '../../protocol/handshake.ts';
import type { OwnReader, ReaderView } from '../../protocol/views/reader-view.ts';

type Place = Pick<ReaderView, 'kioskId' | 'counterId'>;

/** Where a screen stands; undefined for one that has no place yet. */
function placeOf(sender: Handshake): Place | undefined {
  if (sender.screen === 'kiosk') return { kioskId: sender.kioskId, counterId: null };
  if (sender.screen !== 'operator' || sender.counterId === null) return undefined;
  return { kioskId: null, counterId: sender.counterId };
}

/**
 * The readers that screens drive themselves, as each tells of its own. They are known for as long as the screen is
 * connected that told of them last; `sender` is the connection.
 */
export function ownReaders(clock: { at(): number }) {
  const told = new Map<string, { readonly sender: Handshake; readonly views: readonly ReaderView[] }>();
  return {
    tell(sender: Handshake, readers: readonly OwnReader[]): void {
      const place = placeOf(sender);
      if (!place) return;
      const views = readers.map(({ address, state, agoMs }) => {
        const lastAt = agoMs === null ? null : clock.at() - agoMs;
        return { ...place, isOwn: true, address, state, lastAt };
      });
      told.set(JSON.stringify(place), { sender, views });
    },
    /** A screen is gone, and what it told last with it. Whether that was anything. */
    forget(sender: Handshake): boolean {
      const mine = [...told].filter(([, one]) => one.sender === sender);
      return mine.filter(([key]) => told.delete(key)).length > 0;
    },
    all: (): readonly ReaderView[] => [...told.values()].flatMap(({ views }) => views),
  };
}
