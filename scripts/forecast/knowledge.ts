import type { Random } from '../../src/domain/random.ts';
import type { ForecastHall, FutureSpan } from '../../src/domain/wait-forecast/forecast-hall.ts';
import { type Law, lawFrom } from '../../src/domain/wait-forecast/law.ts';
import { learnAbsence } from '../../src/domain/wait-forecast/learn-absence.ts';
import { learnArrivals } from '../../src/domain/wait-forecast/learn-arrivals.ts';
import { plansFrom } from '../../src/domain/wait-forecast/learn-plans.ts';
import { learnServiceTimes } from '../../src/domain/wait-forecast/learn-service-times.ts';
import { KINDS, type Kind, targetMs } from './draw-day.ts';
import type { DayRecord, Picture } from './picture.ts';
import { type Shape, unitLaw } from './shapes.ts';
import {
  absentShare,
  ABSENT_MS,
  arrivalRate,
  BOOKED,
  DESKS,
  drawSpans,
  ELDER,
  HOUR,
  MINUTE,
  OPEN_MS,
  WORKS,
} from './world.ts';
import { ABSENCE_BIN_MS } from '../../src/domain/wait-forecast/forecast-hall.ts';

/** What a forecaster believes of the centre, learned or told. Times of the day in ms. */
export interface Knowledge {
  readonly laws: readonly Law[];
  stretchAt(work: string, at: number): number;
  /** Walk-ins per ms. */
  arrivalsAt(work: string, kind: Kind, at: number): number;
  /** Share of citizens who go on to the next stage. */
  nextShare(work: string): number;
  /** `seenAt` is when it was seen to be open or not: before now when it holds a citizen. */
  plans(desk: number, at: number, isOpen: boolean, seenAt: number): readonly (readonly FutureSpan[])[];
  readonly booking: ForecastHall['booking'];
  readonly absence: readonly number[];
  readonly absenceLaw: Law;
}

const BIN_MS = 5 * MINUTE;
const ARRIVAL_BIN_MS = 30 * MINUTE;

const uniform = (fromMs: number, toMs: number): Law => ({
  quantiles: Float64Array.from({ length: 257 }, (_, i) => fromMs + ((toMs - fromMs) * i) / 257),
  tailMs: (toMs - fromMs) / 514,
});

/** Learned from the records of past days alone. */
export function learned(records: readonly DayRecord[]): Knowledge {
  const times = learnServiceTimes(records.flatMap((one) => one.occupations));
  const arrivals = learnArrivals(
    records.flatMap((one) =>
      one.arrivals.map(({ work, kind, at }) => ({ line: `${work} ${kind}`, bin: Math.floor(at / ARRIVAL_BIN_MS) })),
    ),
    records.length,
  );
  const { absence, law: absenceLaw } = learnAbsence(records.flatMap((one) => one.calls));
  const offsets = records.flatMap((one) => one.slotOffsets);
  const earliestMs = Math.min(0, ...offsets);
  const served = new Map<string, number>();
  for (const { work } of records.flatMap((one) => one.occupations)) served.set(work, (served.get(work) ?? 0) + 1);
  const feeFrom = WORKS.filter((one) => one.next !== null);
  const feeShare =
    (served.get('fee') ?? 0) /
    Math.max(
      1,
      feeFrom.reduce((sum, one) => sum + (served.get(one.id) ?? 0), 0),
    );
  return {
    laws: WORKS.map((work) => times.lawOf(work.id, work.configuredMs)),
    stretchAt: (work, at) => times.stretchAt(work, Math.floor(at / HOUR)),
    arrivalsAt: (work, kind, at) =>
      at >= OPEN_MS ? 0 : arrivals(`${work} ${kind}`, Math.floor(at / ARRIVAL_BIN_MS)) / ARRIVAL_BIN_MS,
    nextShare: () => feeShare,
    plans: (desk, at, isOpen, seenAt) =>
      plansFrom(
        records.map((one) => one.deskSpans[desk] ?? []),
        at,
        isOpen,
        seenAt,
      ),
    booking: {
      comeShare:
        offsets.length /
        Math.max(
          1,
          records.reduce((sum, one) => sum + one.booked, 0),
        ),
      earliestMs,
      law: lawFrom(offsets.map((value) => ({ value: value - earliestMs, weight: 1 }))),
    },
    absence,
    absenceLaw,
  };
}

/** Alternatives that the oracle draws from the true plan of a desk. */
const ORACLE_PLANS = 60;

/** The truth about the centre, but nothing of what was drawn for the day. */
export function oracle(shape: Shape, random: Random): Knowledge {
  const unit = unitLaw(shape);
  return {
    laws: WORKS.map(({ meanMs }) => ({
      quantiles: unit.quantiles.map((one) => one * meanMs),
      tailMs: unit.tailMs * meanMs,
    })),
    stretchAt: (id, at) => WORKS.find((one) => one.id === id)?.stretch[Math.min(8, Math.floor(at / HOUR))] ?? 1,
    arrivalsAt(id, kind, at) {
      const share = WORKS.find((one) => one.id === id)?.share ?? 0;
      if (kind === 'booked') return 0;
      return arrivalRate(at) * share * (kind === 'elder' ? ELDER.share : 1 - ELDER.share);
    },
    nextShare: (id) => WORKS.find((one) => one.id === id)?.next?.share ?? 0,
    plans(index, at, isOpen, seenAt) {
      const desk = DESKS[index];
      if (!desk) return [];
      const drawn = Array.from({ length: ORACLE_PLANS }, () => drawSpans(desk, random));
      return plansFrom(drawn, at, isOpen, seenAt);
    },
    booking: { comeShare: BOOKED.comeShare, earliestMs: BOOKED.earliestMs, law: uniform(0, BOOKED.spanMs) },
    absence: Array.from({ length: 150 }, (_, bin) => absentShare((bin + 0.5) * ABSENCE_BIN_MS)),
    absenceLaw: uniform(ABSENT_MS.from, ABSENT_MS.to),
  };
}

const lineOf = (work: string, kind: Kind): number =>
  WORKS.findIndex((one) => one.id === work) * KINDS.length + KINDS.indexOf(kind);

/** What the forward engine plays: the picture of the moment with what is believed of the centre. */
export function hallOf({ at, newcomer, waiting, desks, booked }: Picture, knowledge: Knowledge): ForecastHall {
  const bins = Array.from({ length: Math.ceil((OPEN_MS - at) / BIN_MS) + 1 }, (_, bin) => at + (bin + 0.5) * BIN_MS);
  return {
    binMs: BIN_MS,
    horizonMs: 14 * HOUR,
    laws: knowledge.laws,
    lines: WORKS.flatMap((work, law) => {
      const stretch = bins.map((binAt) => knowledge.stretchAt(work.id, binAt));
      return KINDS.map((kind) => ({
        targetMs: targetMs(work, kind),
        law,
        stretch,
        arrivals: bins.map((binAt) => knowledge.arrivalsAt(work.id, kind, binAt)),
        next: work.next ? lineOf(work.next.work, kind === 'elder' ? 'elder' : 'walkIn') : -1,
        nextShare: knowledge.nextShare(work.id),
        stayShare: 0,
      }));
    }),
    counters: desks.map(({ isOpen, holds }, index) => {
      const levels = DESKS[index]?.levels ?? [];
      return {
        levels: levels.length,
        serves: levels.flatMap((works, level) =>
          works.flatMap((work) => KINDS.map((kind) => ({ line: lineOf(work, kind), level }))),
        ),
        holds: holds && { line: lineOf(holds.work, holds.kind), elapsedMs: at - holds.calledAt },
        plans: knowledge.plans(index, at, isOpen, holds?.calledAt ?? at),
      };
    }),
    waiting: waiting.map(({ work, kind, since }) => ({ line: lineOf(work, kind), sinceMs: since - at })),
    newcomers: [lineOf(newcomer.work, newcomer.kind)],
    booked: booked
      .filter(({ slotAt }) => slotAt > at - 15 * MINUTE)
      .map(({ work, slotAt }) => ({ line: lineOf(work, 'booked'), slotMs: slotAt - at })),
    booking: knowledge.booking,
    absence: knowledge.absence,
    absenceLaw: knowledge.absenceLaw,
    // The desks of this world call at once.
    reaction: null,
  };
}
