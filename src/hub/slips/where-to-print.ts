import type { Centre } from '../../domain/centre.ts';
import type { PrinterView } from '../../protocol/views/printer-view.ts';
import type { SlipPlace } from '../context.ts';

/** The number nearest to one, but not it. */
const nearest = (ids: readonly number[], to: number): number | null =>
  ids.filter((id) => id !== to).toSorted((a, b) => Math.abs(a - to) - Math.abs(b - to))[0] ?? null;

/** Where else a slip can print, by what the printers say of themselves now. */
export function whereToPrint(centre: () => Centre, viewOf: (place: SlipPlace) => PrinterView) {
  const readyKiosks = (hallId: string | undefined): readonly number[] =>
    centre()
      .kiosks.filter((kiosk) => kiosk.hallId === hallId && viewOf({ kioskId: kiosk.id }).isReady)
      .map(({ id }) => id);
  const isReal = (place: SlipPlace) => viewOf(place).kind !== 'preview';
  return {
    /** The kiosk of the same hall nearest by number that can print now; null when there is none. */
    otherKiosk: (kioskId: number): number | null =>
      nearest(readyKiosks(centre().kiosks.find(({ id }) => id === kioskId)?.hallId), kioskId),
    /** Where staff of a counter print: at its own printer, else at a kiosk of its hall that has one and can print. */
    placeForCounter(counterId: number): SlipPlace {
      if (isReal({ counterId })) return { counterId };
      const hallId = centre().counters.find(({ id }) => id === counterId)?.hallId;
      const kioskId = readyKiosks(hallId).find((id) => isReal({ kioskId: id }));
      return kioskId === undefined ? { counterId } : { kioskId };
    },
  };
}
