import type { Random } from '../../src/domain/random.ts';

/** Everything in ms; times of the day are counted from its opening. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** A work that is done at counters: a service, or its second stage. */
export interface Work {
  readonly id: string;
  readonly meanMs: number;
  /** What the centre was set up with: near the truth, never equal to it. */
  readonly configuredMs: number;
  readonly targetMs: number;
  /** Share of all who walk in. */
  readonly share: number;
  /** How much longer it takes, hour by hour. */
  readonly stretch: readonly number[];
  readonly next: { readonly work: string; readonly share: number } | null;
}

export const OPEN_MS = 9 * HOUR;
export const SLOT_MS = 15 * MINUTE;
export const ELDER = { share: 0.1, targetShare: 0.5 } as const;
export const BOOKED = {
  perSlot: 2,
  comeShare: 0.85,
  targetMs: 5 * MINUTE,
  earliestMs: -25 * MINUTE,
  spanMs: 33 * MINUTE,
} as const;
/** Who walks in at the busiest quarter-hour of the usual day is 1 here. */
const ARRIVALS_AN_HOUR = 118;
const ARRIVAL_SHAPE = [0.55, 1.25, 1.35, 1.1, 0.75, 0.8, 1.05, 0.9, 0.5];

/** Walk-ins per ms at a time of the day. */
export const arrivalRate = (ms: number): number =>
  ms < 0 || ms >= OPEN_MS ? 0 : ((ARRIVAL_SHAPE[Math.floor(ms / HOUR)] ?? 0) * ARRIVALS_AN_HOUR) / HOUR;

const rising = [0.9, 0.95, 1, 1.05, 1, 1.05, 1.1, 1.1, 1.1];
const falling = [1.15, 1.1, 1.05, 1, 0.95, 0.95, 0.95, 0.9, 0.9];
const even = Array.from({ length: 9 }, () => 1);

export const WORKS: readonly Work[] = [
  { id: 'licence', meanMs: 6.5 * MINUTE, configuredMs: 6 * MINUTE, targetMs: 30 * MINUTE, share: 0.22, stretch: rising, next: { work: 'fee', share: 0.6 } },
  { id: 'domicile', meanMs: 8.6 * MINUTE, configuredMs: 8 * MINUTE, targetMs: 40 * MINUTE, share: 0.2, stretch: falling, next: { work: 'fee', share: 0.5 } },
  { id: 'character', meanMs: 5.4 * MINUTE, configuredMs: 6 * MINUTE, targetMs: 30 * MINUTE, share: 0.14, stretch: even, next: null },
  { id: 'birth', meanMs: 5.6 * MINUTE, configuredMs: 5 * MINUTE, targetMs: 25 * MINUTE, share: 0.16, stretch: even, next: null },
  { id: 'tax', meanMs: 3.6 * MINUTE, configuredMs: 3 * MINUTE, targetMs: 15 * MINUTE, share: 0.16, stretch: rising, next: null },
  { id: 'stamp', meanMs: 4.2 * MINUTE, configuredMs: 4 * MINUTE, targetMs: 15 * MINUTE, share: 0.12, stretch: falling, next: null },
  { id: 'fee', meanMs: 2.4 * MINUTE, configuredMs: 2 * MINUTE, targetMs: 10 * MINUTE, share: 0, stretch: even, next: null },
]; // prettier-ignore

export const findWork = (id: string): Work => {
  const work = WORKS.find((one) => one.id === id);
  if (!work) throw new Error(`There is no work ${id}.`);
  return work;
};

/** A counter: what it serves in levels, and when it is meant to be open (to the end of the queue when it ends at closing). */
export interface Desk {
  readonly levels: readonly (readonly string[])[];
  readonly spans: readonly (readonly [fromMs: number, toMs: number])[];
}

const day = (from: number, lunch: number, to: number): Desk['spans'] => [
  [from * HOUR, lunch * HOUR],
  [(lunch + 0.5) * HOUR, to === 9 ? Number.POSITIVE_INFINITY : to * HOUR],
];
const LICENCE = [['licence'], ['tax']];
const RESIDENCE = [['domicile', 'character'], ['birth']];
const FAMILY = [['birth', 'character'], ['domicile']];
const CASH = [['fee', 'tax', 'stamp']];

export const DESKS: readonly Desk[] = [
  { levels: LICENCE, spans: day(0, 4, 9) },
  { levels: LICENCE, spans: day(0, 4.5, 9) },
  { levels: LICENCE, spans: day(1, 5, 7.5) },
  { levels: RESIDENCE, spans: day(0, 4, 9) },
  { levels: RESIDENCE, spans: day(0, 4.5, 9) },
  { levels: RESIDENCE, spans: day(0.5, 5, 9) },
  { levels: RESIDENCE, spans: day(1, 4, 7) },
  { levels: FAMILY, spans: day(0, 4.5, 9) },
  { levels: FAMILY, spans: day(0, 5, 8) },
  { levels: CASH, spans: day(0, 4, 9) },
  { levels: CASH, spans: day(0, 4.5, 9) },
  { levels: CASH, spans: day(1, 5, 7) },
];

/** How far an operator comes or goes off the plan, either way. */
const JITTER_MS = 8 * MINUTE;

/** The spans of a desk on one day. */
export const drawSpans = ({ spans }: Desk, random: Random): Desk['spans'] =>
  spans.map(([from, to]) => {
    const late = random.between(-JITTER_MS, JITTER_MS);
    return [Math.max(0, from + late), to + random.between(-JITTER_MS, JITTER_MS)] as const;
  });

/** Share of those called after a wait who are not there: some at once, others tire. */
export const absentShare = (waitedMs: number): number => 1 - 0.97 * Math.exp(-waitedMs / (4 * HOUR));
/** How long the counter is kept by them: calls and recalls. */
export const ABSENT_MS = { from: 45_000, to: 120_000 } as const;
