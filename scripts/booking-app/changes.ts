import type { WireBooking } from '../../src/protocol/booking-schema.ts';

export interface ChangePage {
  readonly bookings: readonly WireBooking[];
  readonly cursor: string;
  readonly hasMore: boolean;
}

/**
 * Every state that a booking has had, in order. A cursor is a place in that order and the run that it belongs to: of
 * another run, everything comes again, which changes nothing at the hub.
 */
export function changeList(run: string) {
  const changes: WireBooking[] = [];
  const placeOf = (cursor: string | null): number => {
    const [of, place] = (cursor ?? '').split('.');
    const number = Number(place);
    return of === run && Number.isInteger(number) && number >= 0 && number <= changes.length ? number : 0;
  };
  return {
    add: (booking: WireBooking): void => void changes.push(booking),
    after(cursor: string | null, most: number): ChangePage {
      const from = placeOf(cursor);
      const bookings = changes.slice(from, from + most);
      const to = from + bookings.length;
      return { bookings, cursor: `${run}.${to}`, hasMore: to < changes.length };
    },
    /** Changes whenever the answer to that cursor would. */
    tag: (cursor: string | null): string => `"${run}.${placeOf(cursor)}.${changes.length}"`,
  };
}
