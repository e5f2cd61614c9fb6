import { randomUUID } from 'node:crypto';
import type { Centre } from '../../src/domain/centre.ts';
import { closedCounter, type Counter } from '../../src/domain/counter.ts';
import { addDays, instantOf } from '../../src/domain/calendar/civil-date.ts';
import type { Random } from '../../src/domain/random.ts';
import { closeCounter, openCounter } from '../../src/domain/verbs/counter-verbs.ts';
import type { AtCounter } from '../../src/domain/verbs/at-counter.ts';
import { call, jump } from '../../src/domain/verbs/calling.ts';
import { markNoShow } from '../../src/domain/verbs/ending.ts';
import { issue, type IssueFacts } from '../../src/domain/verbs/issue.ts';
import { finish, start } from '../../src/domain/verbs/serving.ts';
import type { Decision } from '../../src/domain/decision.ts';
import type { Payload } from '../../src/store/log/event.ts';
import { eventLog } from '../../src/store/log/event-log.ts';
import { migrate } from '../../src/store/migrate.ts';
import { type Db, openDatabase } from '../../src/store/database.ts';
import { patchOf } from '../../src/store/log/patch.ts';

const MINUTE = 60_000;
/** How busy the counters are, and about how long a call takes until its citizen is there. */
const BUSY = 0.97;
const CALL_MS = 30_000;
const JUMP_REASONS = ['missedCall', 'cameBack', 'urgentNeed', 'managerAsked'];

export interface Size {
  readonly days: number;
  readonly tokensADay: number;
  readonly firstDay: string;
}

type Log = ReturnType<typeof eventLog>;

/** @throws when a rule says no: everything here is allowed. */
function yes<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new Error(decision.error.code);
  return decision.value;
}

interface Work {
  readonly at: number;
  readonly run: () => void;
}

/** One day of a hall by the real rules of tokens and counters, its events in order of time. */
function playDay(centre: Centre, day: string, firstId: number, tokens: number, random: Random, log: Log): void {
  const opensAt = instantOf(day, 9 * 60, centre.timeZone);
  const hours = 8 * 60 * MINUTE;
  const origin = (at: number) => ({ actor: 'hub', device: 'hub', commandId: randomUUID(), at, queueAt: at });
  const add = (kind: string, at: number, tokenId: number | null, payload: Payload) =>
    void log.append({ kind, tokenId, payload }, origin(at));
  const counters = new Map<number, Counter>();
  for (const { id } of centre.counters) {
    const opened = yes(openCounter(closedCounter(id, opensAt), `Operator ${id}`, { at: opensAt, queueAt: opensAt }));
    counters.set(id, opened);
    add('openCounter', opensAt, null, { counters: [opened] });
  }
  const freeAt = new Map(centre.counters.map(({ id }) => [id, opensAt + random.between(0, 3 * MINUTE)]));
  /** So long that the counters can just bear it: then people wait. */
  const meanMs = (BUSY * hours * centre.counters.length) / tokens - CALL_MS;
  const services = centre.services.filter(({ isClosed }) => !isClosed);
  const works: Work[] = [];
  const arrivals = Array.from({ length: tokens }, () => opensAt + random.next() * hours).toSorted((a, b) => a - b);
  arrivals.forEach((cameAt, place) => {
    const at = Math.floor(cameAt);
    const service = random.pick(services, () => 1);
    const facts: IssueFacts = {
      id: firstId + place,
      serviceDay: day,
      isCentreOpen: true,
      issuedToday: () => 0,
      personToday: () => 0,
      personId: null,
      asksIdentity: false,
      waitFor: () => ({ p50Ms: 9 * MINUTE, p90Ms: 20 * MINUTE }),
      openLeftMs: null,
      draw: () => place + 1,
      mark: '',
    };
    const classes = random.chance(0.12) ? [centre.classes[0]?.id ?? ''] : [];
    const wish = { serviceIds: [service.id], classes, language: 'ur' as const };
    let token = yes(issue(centre, wish, facts, { at, queueAt: at }));
    works.push({ at, run: () => add('issue', at, token.id, { tokens: [token], about: { ahead: 1 } }) });
    /** One stage at the counter that is free first. */
    const stage = (since: number): void => {
      const [counterId, free] = [...freeAt].reduce((a, b) => (b[1] < a[1] ? b : a));
      const calledAt = Math.floor(Math.max(since, free)) + 5_000;
      const isAbsent = random.chance(0.05);
      const startedAt = calledAt + Math.floor(random.between(10_000, 40_000));
      const endsAt = startedAt + Math.floor(random.lognormal(meanMs, 0.5));
      freeAt.set(counterId, isAbsent ? startedAt : endsAt);
      const act = (kind: string, when: number, decide: (at: AtCounter) => AtCounter, more: Payload = {}) =>
        works.push({
          at: when,
          run: () => {
            const counter = counters.get(counterId) ?? closedCounter(counterId, when);
            const after = decide({ token, counter });
            add(kind, when, token.id, {
              tokens: [patchOf(token, after.token)],
              counters: [patchOf(counter, after.counter)],
              ...more,
            });
            token = after.token;
            counters.set(counterId, after.counter);
          },
        });
      const now = (when: number) => ({ at: when, queueAt: when });
      const reason = JUMP_REASONS[Math.floor(random.next() * 4)] ?? '';
      if (random.chance(0.01)) {
        act('jump', calledAt, (one) => yes(jump(one, reason, now(calledAt))), { about: { reason, overtaken: 3 } });
      } else act('call', calledAt, (one) => yes(call(one, now(calledAt))), { announceAt: counterId });
      if (isAbsent) return void act('markNoShow', startedAt, (one) => yes(markNoShow(one, now(startedAt))));
      act('start', startedAt, (one) => yes(start(one, now(startedAt))));
      const way = { centre, actor: `Operator ${counterId}`, waitFor: () => null };
      // The last stage: journeys of several are played by `npm run day`; here it is the number of events that counts.
      const whole = { ...way, centre: { ...centre, services: [] } };
      act('finish', endsAt, (one) => yes(finish(one, whole, now(endsAt))));
    };
    stage(at);
  });
  works.sort((a, b) => a.at - b.at);
  for (const { run } of works) run();
  const closesAt = Math.max(opensAt + hours, works.at(-1)?.at ?? 0) + MINUTE;
  for (const [id, counter] of counters) {
    const closed = yes(closeCounter(counter, [], { at: closesAt, queueAt: closesAt }));
    add('closeCounter', closesAt, null, { counters: [patchOf(counters.get(id), closed.counter)] });
  }
  const nextAt = instantOf(addDays(day, 1), centre.dayStartMinute, centre.timeZone);
  add('turnDay', nextAt, null, { hall: { serviceDay: addDays(day, 1) }, tokens: [], about: { from: day } });
}

/** Adds the events of that many days to the log of a store; no table but the log is filled. */
export function playDays(db: Db, key: Buffer, centre: Centre, size: Size, random: Random): void {
  const log = eventLog(db, centre.id, key);
  const beganAt = instantOf(size.firstDay, centre.dayStartMinute, centre.timeZone);
  db.transaction(() => {
    const origin = { actor: 'hub', device: 'hub', commandId: null, at: beganAt, queueAt: beganAt };
    log.append({ kind: 'setUp', tokenId: null, payload: { hall: { centre, serviceDay: size.firstDay } } }, origin);
  })();
  for (let day = 0; day < size.days; day += 1) {
    const date = addDays(size.firstDay, day);
    db.transaction(() => playDay(centre, date, 1 + day * size.tokensADay, size.tokensADay, random, log))();
  }
}

/** Writes the log of that many days into a new store file. */
export function makeStore(file: string, migrations: string, centre: Centre, size: Size, random: Random): void {
  const db = openDatabase(file);
  migrate(db, migrations);
  db.pragma('synchronous = OFF');
  playDays(db, Buffer.alloc(32, 1), centre, size, random);
  db.close();
}
