import type { Handshake } from '../../protocol/handshake.ts';
import type { OwnReader, ReaderView } from '../../protocol/reader-view.ts';

/**
 * The readers that screens drive themselves, as each tells of its own. They are known for as long as their screen is
 * connected; `sender` is the connection.
 */
export function ownReaders(clock: { at(): number }) {
  const told = new Map<Handshake, ReadonlyMap<string, { readonly own: OwnReader; readonly lastAt: number | null }>>();

  return {
    tell(sender: Handshake, readers: readonly OwnReader[]): void {
      const before = told.get(sender);
      const now = readers.map((own) => {
        const known = before?.get(own.address);
        // The clock of the screen's machine may be wrong: when it read is when the hub heard of it.
        const hasRead = own.reads > (known?.own.reads ?? 0);
        return [own.address, { own, lastAt: hasRead ? clock.at() : (known?.lastAt ?? null) }] as const;
      });
      told.set(sender, new Map(now));
    },
    forget: (sender: Handshake): boolean => told.delete(sender),
    all: (): ReaderView[] =>
      [...told].flatMap(([sender, readers]) =>
        [...readers.values()].map(({ own: { address, state }, lastAt }) => ({
          kioskId: sender.screen === 'kiosk' ? sender.kioskId : null,
          counterId: sender.screen === 'operator' ? sender.counterId : null,
          isOwn: true,
          address,
          state,
          lastAt,
        })),
      ),
  };
}
