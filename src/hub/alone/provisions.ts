import { createHash } from 'node:crypto';
import { dayBounds } from '../../domain/calendar/service-day.ts';
import type { Centre } from '../../domain/centre.ts';
import type { Provisions } from '../../protocol/alone.ts';
import type { AnswerOf } from '../../protocol/answers/answers.ts';
import type { Store } from '../../store/store.ts';
import type { Hall } from '../hall.ts';
import type { SealKey } from './seal-key.ts';

/** What a kiosk needs to know to go on alone: of bookings when and for what they are, and nothing of their citizens. */
function provisionsOf(
  { appointments }: Pick<Store, 'appointments'>,
  { centre, serviceDay }: { readonly centre: Centre; readonly serviceDay: string },
  { publicKey }: SealKey,
): Provisions {
  const [fromAt, toAt] = dayBounds(serviceDay, centre);
  const bookings = appointments.expected(fromAt, toAt).map(({ id, sourceId, serviceId, slotAt, language, needs }) => {
    return { id, sourceId, serviceId, slotAt, language, needs: [...needs] };
  });
  return {
    centre,
    bookings,
    serviceDay,
    sealKey: publicKey(),
  };
}

/** Nothing is sent again that a kiosk has already. */
export function provisionsAnswer(
  hall: Pick<Hall, 'store' | 'centre' | 'serviceDay'>,
  seal: SealKey,
  known: string | null,
): AnswerOf<'provisions'> {
  const { store, centre } = hall;
  const serviceDay = hall.serviceDay();
  const provisions = provisionsOf(store, { centre, serviceDay }, seal);
  const mark = createHash('sha256').update(JSON.stringify(provisions)).digest('hex');
  const issued = centre.services.map(({ id }) => [id, store.days.issued(serviceDay, id)]);
  return { mark, issued: Object.fromEntries(issued), provisions: mark === known ? null : provisions };
}
