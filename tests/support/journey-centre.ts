import type { Centre } from '../../src/domain/centre.ts';
import type { Stage } from '../../src/domain/journeys/journey.ts';
import { desk, withService } from './centre.ts';

const HOUR = 3_600_000;

/** A stage in the back office, or one that waits for the citizen. */
const elsewhere = (id: string, place: 'kiosk' | 'backOffice' | 'citizen', hours: number, change = {}): Stage => ({
  ...desk(0, 0, { id, place, targetMs: hours * HOUR, serviceMs: 0 }),
  ...change,
});

/** Domicile by the whole way: desk, filing, a fee at the counter of fines, the back office, and the way back. */
export const DOMICILE_JOURNEY: readonly Stage[] = [
  elsewhere('arrival', 'kiosk', 0),
  desk(30, 4, { id: 'check' }),
  desk(15, 3, { id: 'filing' }),
  desk(10, 2, { id: 'photo', isOptional: true }),
  desk(10, 1, { id: 'fee', profiles: ['fines'] }),
  elsewhere('verification', 'backOffice', 10),
  elsewhere('approval', 'backOffice', 5, { isOptional: true }),
  elsewhere('ready', 'citizen', 100),
  desk(15, 1, { id: 'delivery' }),
];

const NAMES = [
  ['arrival', 'Arrival', 'آمد'],
  ['check', 'Document check', 'کاغذات کی جانچ'],
  ['filing', 'Filing', 'اندراج'],
  ['photo', 'Photograph', 'تصویر'],
  ['fee', 'Fee payment', 'فیس'],
  ['verification', 'Verification', 'تصدیق'],
  ['approval', 'Approval', 'منظوری'],
  ['ready', 'Ready for collection', 'وصولی کے لیے تیار'],
  ['delivery', 'Delivery', 'حوالگی'],
  ['desk', 'Desk', 'کاؤنٹر'],
] as const;

/** The small centre with that journey. Counters 1 and 2 do all of it but the fee, which counter 3 takes. */
export const JOURNEY_CENTRE: Centre = {
  ...withService('domicile', { journey: DOMICILE_JOURNEY }),
  stages: NAMES.map(([id, en, ur]) => {
    const place = DOMICILE_JOURNEY.find((stage) => stage.id === id)?.place ?? 'counter';
    return { id, name: { en, ur }, place, checks: [] };
  }),
};
