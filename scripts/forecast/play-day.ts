import { pickNext } from '../../src/domain/calling-rule.ts';
import { stoppedCallingMs } from '../../src/domain/wait-forecast/learn-plans.ts';
import { absentMs, type Booking, type Citizen, type Day, serviceMs, targetMs } from './draw-day.ts';
import type { DayRecord, Picture, PlayedDay, Waiting } from './picture.ts';
import type { Shape } from './shapes.ts';
import { absentShare, DESKS, findWork, HOUR } from './world.ts';

const NEVER = Number.POSITIVE_INFINITY;

interface Desk {
  readonly spans: readonly (readonly [fromMs: number, toMs: number])[];
  readonly levels: readonly (readonly string[])[];
  holds: {
    readonly token: Waiting;
    readonly calledAt: number;
    readonly endsAt: number;
    readonly isAbsent: boolean;
  } | null;
}

type Growing<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };

const isOpen = ({ spans }: Desk, at: number): boolean => spans.some(([from, to]) => from <= at && at < to);
const opensAfter = ({ spans }: Desk, at: number): number => spans.find(([from]) => from > at)?.[0] ?? NEVER;

/** The first of each line, as the calling rule compares them. */
function headsOf(waiting: readonly Waiting[]) {
  const firsts = new Map<string, Waiting>();
  for (const one of waiting) {
    const line = `${one.work} ${one.kind}`;
    const first = firsts.get(line);
    if (!first || one.since < first.since) firsts.set(line, one);
  }
  return [...firsts.values()].map((one) => ({
    tokenId: one.citizen,
    queueId: one.work,
    boundCounterId: null,
    waitingSince: one.since,
    targetMs: targetMs(findWork(one.work), one.kind),
  }));
}

class Hall {
  readonly pictures: Picture[] = [];
  readonly waits = new Map<number, number>();
  readonly record: Growing<DayRecord>;
  readonly #deskSpans: [number, number][][];
  readonly #shape: Shape;
  readonly #day: Day;
  readonly #desks: readonly Desk[];
  readonly #waiting: Waiting[] = [];
  readonly #lastWaits = new Map<string, readonly number[]>();
  readonly #notCheckedIn: Booking[];

  constructor(shape: Shape, day: Day) {
    this.#shape = shape;
    this.#day = day;
    this.#desks = day.spans.map((spans, i) => ({ spans, levels: DESKS[i]?.levels ?? [], holds: null }));
    this.#notCheckedIn = [...day.bookings];
    this.#deskSpans = day.spans.map((spans) => spans.map(([from, to]) => [from, to]));
    this.record = {
      occupations: [],
      calls: [],
      arrivals: [],
      deskSpans: this.#deskSpans,
      booked: day.bookings.length,
      slotOffsets: [],
    };
  }

  play(scored: ReadonlySet<number>): void {
    const { citizens } = this.#day;
    let arrived = 0;
    for (let at = 0; ;) {
      this.#callAll(at);
      const next = citizens[arrived];
      at = Math.min(this.#soonest(at), next?.comesAt ?? NEVER);
      if (at === NEVER) return;
      if (next?.comesAt === at) {
        if (scored.has(next.id)) this.#takePicture(next);
        this.#arrive(next);
        arrived += 1;
      } else this.#finishAll(at);
    }
  }

  #soonest(at: number): number {
    const isWanted = this.#waiting.length > 0;
    return Math.min(...this.#desks.map((desk) => desk.holds?.endsAt ?? (isWanted ? opensAfter(desk, at) : NEVER)));
  }

  #takePicture({ id, work, kind, comesAt: at }: Citizen): void {
    this.pictures.push({
      at,
      newcomer: { citizen: id, work, kind },
      waiting: [...this.#waiting],
      desks: this.#desks.map((desk) => ({
        isOpen: desk.holds !== null || isOpen(desk, at),
        holds: desk.holds && {
          citizen: desk.holds.token.citizen,
          work: desk.holds.token.work,
          kind: desk.holds.token.kind,
          calledAt: desk.holds.calledAt,
        },
      })),
      booked: [...this.#notCheckedIn],
      lastWaits: this.#lastWaits.get(work) ?? [],
    });
  }

  #arrive({ id, work, kind, slotAt, comesAt }: Citizen): void {
    if (slotAt === null) this.record.arrivals.push({ work, kind, at: comesAt });
    else {
      this.record.slotOffsets.push(comesAt - slotAt);
      this.#notCheckedIn.splice(
        this.#notCheckedIn.findIndex((one) => one.work === work && one.slotAt === slotAt),
        1,
      );
    }
    this.#waiting.push({ citizen: id, work, kind, since: Math.max(comesAt, slotAt ?? 0), cameAt: comesAt });
  }

  #callAll(at: number): void {
    for (const desk of this.#desks) {
      if (desk.holds !== null || this.#waiting.length === 0 || !isOpen(desk, at)) continue;
      const next = pickNext(headsOf(this.#waiting), desk.levels, at);
      const place = this.#waiting.findIndex((one) => one.citizen === next?.tokenId);
      const [token] = place === -1 ? [] : this.#waiting.splice(place, 1);
      if (token) this.#occupy(desk, token, at);
    }
  }

  #citizenOf(token: Waiting): Citizen {
    const citizen = this.#day.citizens[token.citizen];
    if (!citizen) throw new Error(`Nobody is citizen ${token.citizen}.`);
    return citizen;
  }

  #occupy(desk: Desk, token: Waiting, at: number): void {
    const citizen = this.#citizenOf(token);
    const isFirst = citizen.work === token.work;
    const [absent, length] = isFirst ? citizen.luck : citizen.nextLuck;
    if (isFirst) {
      this.waits.set(token.citizen, at - token.cameAt);
      this.#lastWaits.set(token.work, [at - token.cameAt, ...(this.#lastWaits.get(token.work) ?? [])].slice(0, 10));
    }
    const waitedMs = Math.max(0, at - token.since);
    const isAbsent = absent < absentShare(waitedMs);
    const ms = isAbsent ? absentMs(length) : serviceMs(this.#shape, findWork(token.work), at, length);
    desk.holds = { token, calledAt: at, endsAt: at + ms, isAbsent };
    this.record.calls.push({ waitedMs, absentMs: isAbsent ? ms : null });
    if (!isAbsent) this.record.occupations.push({ work: token.work, hour: Math.floor(at / HOUR), ms });
  }

  #finishAll(at: number): void {
    for (const desk of this.#desks) if (desk.holds?.endsAt === at) this.#finish(desk, desk.holds);
  }

  /** An operator finishes whom they hold, then goes; the citizen may go on to a next stage. */
  #finish(desk: Desk, holds: NonNullable<Desk['holds']>): void {
    desk.holds = null;
    const span = this.#deskSpans[this.#desks.indexOf(desk)]?.findLast(([from]) => from <= holds.calledAt);
    if (span && span[1] < holds.endsAt) span[1] = stoppedCallingMs(holds.calledAt, holds.endsAt);
    const citizen = this.#citizenOf(holds.token);
    const { next } = findWork(holds.token.work);
    if (!next || holds.isAbsent || citizen.goesOn >= next.share) return;
    const kind = holds.token.kind === 'elder' ? 'elder' : 'walkIn';
    this.#waiting.push({ citizen: citizen.id, work: next.work, kind, since: holds.endsAt, cameAt: holds.endsAt });
  }
}

/**
 * Plays a day as it was drawn, by the calling rule itself: `pickNext`, on its own queues and clocks, so that the
 * forecast engine is measured against something that shares no loop with it. Takes a picture of the hall whenever one
 * of `scored` comes. @throws when somebody is never called.
 */
export function playDay(shape: Shape, day: Day, scored: ReadonlySet<number>): PlayedDay {
  const hall = new Hall(shape, day);
  hall.play(scored);
  const waits = hall.pictures.map(({ newcomer }) => {
    const waited = hall.waits.get(newcomer.citizen);
    if (waited === undefined) throw new Error(`Citizen ${newcomer.citizen} was never called.`);
    return waited;
  });
  return { pictures: hall.pictures, waits, record: hall.record };
}
