import type { Random } from '../../src/domain/random.ts';

/** Minutes. One citizen of a simulated day; everything about them is drawn before any discipline is tried. */
export interface Citizen {
  readonly id: number;
  readonly arrivesAt: number;
  readonly serviceMin: number;
  readonly kind: 'walkIn' | 'elder' | 'appointment';
  /** When the appointment is; null for a walk-in. */
  readonly slotAt: number | null;
}

/** How a day is made. */
export interface DayLaw {
  readonly counters: number;
  readonly load: number;
  /** Share of the tokens that are booked. */
  readonly share: number;
  /** Share of the bookings whose citizen never comes. */
  readonly noShow: number;
  /** Arrival intensity of walk-ins until each minute, against the mean. */
  readonly shape: readonly (readonly [untilMin: number, intensity: number])[];
}

export const SERVICE_MEAN_MIN = 7;
const SERVICE_SIGMA = 0.8;
const DAY_MIN = 480;
const SLOT_MIN = 15;
const ELDER_SHARE = 0.1;

export const USUAL_SHAPE = [
  [150, 1.35],
  [210, 0.75],
  [360, 1.05],
  [480, 0.7],
] as const;

/** A morning rush that the counters cannot keep up with, and a quiet afternoon. */
export const STEEP_SHAPE = [
  [120, 1.75],
  [240, 1.15],
  [360, 0.75],
  [480, 0.35],
] as const;

function minuteBy(shape: DayLaw['shape'], random: Random): number {
  const spans = shape.map(([until, intensity], i) => ({ from: shape[i - 1]?.[0] ?? 0, until, intensity }));
  const span = random.pick(spans, (one) => (one.until - one.from) * one.intensity);
  return random.between(span.from, span.until);
}

/** How many come when `mean` are expected. Sums exponential gaps: exact, and a day is small. */
function poisson(mean: number, random: Random): number {
  let count = -1;
  for (let passed = 0; passed < mean; count += 1) passed -= Math.log(1 - random.next());
  return count;
}

/** Draws a day: walk-ins by the shape, bookings evenly over the quarter-hours, 25 min early to 8 min late. */
export function drawDay(law: DayLaw, random: Random): readonly Citizen[] {
  const expected = (law.load * law.counters * DAY_MIN) / SERVICE_MEAN_MIN;
  const service = () => random.lognormal(SERVICE_MEAN_MIN, SERVICE_SIGMA);
  const walkIns = Array.from({ length: poisson(expected * (1 - law.share), random) }, () => ({
    arrivesAt: minuteBy(law.shape, random),
    serviceMin: service(),
    kind: random.chance(ELDER_SHARE) ? ('elder' as const) : ('walkIn' as const),
    slotAt: null,
  }));
  const slots = Array.from({ length: Math.round(expected * law.share) }, (_, i, all = expected * law.share) => {
    return Math.floor(((i + random.next()) / all) * (DAY_MIN / SLOT_MIN)) * SLOT_MIN;
  });
  const booked = slots
    .filter(() => !random.chance(law.noShow))
    .map((slotAt) => ({
      arrivesAt: Math.max(0, slotAt + random.between(-25, 8)),
      serviceMin: service(),
      kind: 'appointment' as const,
      slotAt,
    }));
  return [...walkIns, ...booked].toSorted((a, b) => a.arrivesAt - b.arrivesAt).map((one, id) => ({ id, ...one }));
}
