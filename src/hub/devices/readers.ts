import { readerOf } from '../../../hardware/readers/reader-address.ts';
import type { Reader, ReaderState } from '../../../hardware/readers/reader.ts';
import type { Centre } from '../../domain/centre.ts';
import { type Scan, scanOf } from '../../domain/person/scan.ts';
import type { Handshake } from '../../protocol/handshake.ts';
import type { OwnReader, ReaderView } from '../../protocol/views/reader-view.ts';
import { ownReaders } from './own-readers.ts';

interface ReaderAt {
  readonly kioskId: number;
  readonly address: string;
  readonly reader: Reader;
  state: ReaderState;
  lastAt: number | null;
}

/** Makes a reader of an address; for tests another way than the real one. */
export type MakeReader = (address: string) => Reader | undefined;

/**
 * The readers that are plugged into the hub's machine, by the kiosk that they stand at, and those of which screens tell.
 * What is read leaves as its meaning alone: a card's names are dropped here. @throws for an address that names no reader, which no command line
 * passes with.
 */
export function hubReaders(
  centre: () => Centre,
  plan: ReadonlyMap<number, readonly string[]>,
  clock: { at(): number },
  make: MakeReader = readerOf,
) {
  const readers = [...plan].flatMap(([kioskId, addresses]) =>
    addresses.map((address): ReaderAt => {
      const reader = make(address);
      if (!reader) throw new Error(`${address} is no reader.`);
      return { kioskId, address, reader, state: 'away', lastAt: null };
    }),
  );
  const own = ownReaders(clock);
  let told: () => void = () => undefined;
  return {
    /** A screen tells of the readers that its own machine drives. */
    tell(sender: Handshake, its: readonly OwnReader[]): void {
      own.tell(sender, its);
      told();
    },
    /** A screen is gone, and what it told with it. */
    forget(sender: Handshake): void {
      if (own.forget(sender)) told();
    },
    /** Gives what is read to its kiosk, and tells when a reader has come, gone or read. */
    start(deliver: (kioskId: number, scan: Scan) => void, changed: () => void) {
      told = changed;
      for (const one of readers) {
        one.reader.watch((state) => {
          one.state = state;
          changed();
        });
        one.reader.hear(({ bytes }) => {
          one.lastAt = clock.at();
          const { id: centreId, cnicPattern } = centre();
          deliver(one.kioskId, scanOf(Buffer.from(bytes).toString('latin1'), { centreId, cnicPattern }));
          changed();
        });
      }
    },
    all: (): ReaderView[] => [
      ...readers.map(({ kioskId, address, state, lastAt }) => {
        return { kioskId, counterId: null, isOwn: false, address, state, lastAt };
      }),
      ...own.all(),
    ],
    async stop(): Promise<void> {
      await Promise.all(readers.map(({ reader }) => reader.close()));
    },
  };
}

export type HubReaders = ReturnType<typeof hubReaders>;
