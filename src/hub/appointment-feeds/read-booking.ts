import { readBookingCode } from '../../domain/appointments/booking-code.ts';
import type { Booking, BookingFault } from '../../domain/appointments/booking.ts';
import { readCnic } from '../../domain/person/cnic.ts';
import { hideCnics } from '../../domain/person/hide-cnics.ts';
import { readPersonName } from '../../domain/person/person-name.ts';
import { readPhone } from '../../domain/person/phone.ts';
import { isQuarterHour } from '../../domain/appointments/slots.ts';
import { bookingSchema, type WireBooking } from '../../protocol/booking-schema.ts';
import type { FeedRow } from './feed.ts';

/** What a field of the wrong shape is called; any other field makes the row malformed. */
const FAULT_OF_FIELD: Readonly<Record<string, BookingFault>> = {
  sourceId: 'badBookingCode',
  name: 'badName',
  cnic: 'badCnic',
  phone: 'badPhone',
  slotAt: 'badSlot',
  language: 'badLanguage',
};

/** The code of a row that is no booking, to name it by in a report: only when it is one, for it may be anything. */
function codeIn(value: unknown): string | null {
  const sourceId = typeof value === 'object' && value !== null && 'sourceId' in value ? value.sourceId : null;
  return (typeof sourceId === 'string' ? readBookingCode(sourceId) : undefined) ?? null;
}

/** A cancellation is taken whatever became of the citizen's particulars. */
function readCitizen({ status, name, cnic, phone }: WireBooking) {
  const read = { name: readPersonName(name), cnic: readCnic(cnic), phone: readPhone(phone) };
  return status === 'cancelled' ? { name: read.name ?? '', cnic: read.cnic ?? '', phone: read.phone ?? '' } : read;
}

/** Ids are kept as they came where the hall need not know them: those of a cancellation go into the log. */
const holdsCnic = (id: string): boolean => hideCnics(id) !== id;

function normalise(wire: WireBooking): Booking | BookingFault {
  const sourceId = readBookingCode(wire.sourceId);
  const { name, cnic, phone } = readCitizen(wire);
  const slotAt = Date.parse(wire.slotAt);
  if (sourceId === undefined) return 'badBookingCode';
  if (name === undefined) return 'badName';
  if (cnic === undefined) return 'badCnic';
  if (phone === undefined) return 'badPhone';
  if (!isQuarterHour(slotAt)) return 'badSlot';
  if (holdsCnic(wire.serviceId)) return 'unknownService';
  if (wire.needs.some(holdsCnic)) return 'unknownClass';
  return { ...wire, sourceId, name, cnic, phone, slotAt, needs: [...new Set(wire.needs)] };
}

/** Reads one booking off the wire: checked and brought to one form, or the first thing that is wrong with it. */
export function readBooking(value: unknown, place: string): FeedRow {
  const parsed = bookingSchema.safeParse(value);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path[0];
    return { place, sourceId: codeIn(value), fault: FAULT_OF_FIELD[String(field)] ?? 'rowMalformed' };
  }
  const booking = normalise(parsed.data);
  return typeof booking === 'string' ? { place, sourceId: codeIn(value), fault: booking } : { place, booking };
}
