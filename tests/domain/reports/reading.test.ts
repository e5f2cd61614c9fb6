import { expect, it } from 'vitest';
import type { Counter } from '../../../src/domain/counter.ts';
import { NO_FILTER } from '../../../src/domain/reports/figures/grouping.ts';
import { totalOf } from '../../../src/domain/reports/figures/add-up.ts';
import { factsReader } from '../../../src/domain/reports/reading/facts-reader.ts';
import type { ReportEvent } from '../../../src/domain/reports/reading/report-event.ts';
import type { Token } from '../../../src/domain/token.ts';
import { SMALL_CENTRE } from '../../support/centre.ts';
import { counterWith, tokenWith } from '../../support/rows.ts';

const MINUTE = 60_000;
const TEN = Date.parse('2026-11-23T10:00:00+05:00');
const DAY = '2026-11-23';

type Change = Omit<Partial<ReportEvent>, 'payload'> & { readonly payload?: ReportEvent['payload'] };

/** A log that is written by hand: each event so many minutes after ten. */
function logOf() {
  const events: ReportEvent[] = [];
  const add = (minute: number, kind: string, change: Change = {}) => {
    const at = TEN + minute * MINUTE;
    const seq = events.length + 1;
    events.push({ seq, at, queueAt: at, kind, actor: 'Ali', tokenId: null, hash: String(seq), payload: {}, ...change });
  };
  add(0, 'setUp', { payload: { hall: { centre: SMALL_CENTRE, serviceDay: DAY } } });
  return {
    add,
    open: (minute: number, id: number) => add(minute, 'openCounter', { payload: { counters: [counterWith({ id })] } }),
    issue(minute: number, id: number, change: Partial<Token> = {}) {
      const at = TEN + minute * MINUTE;
      const token = tokenWith({ id, issuedAt: at, waitingSince: at, ...change });
      add(minute, 'issue', { tokenId: id, payload: { tokens: [token] } });
    },
    /** A verb of a token at counter 1, which holds it afterwards or not. */
    act(minute: number, kind: string, id: number, change: Partial<Token>, held: Counter['tokenId']) {
      const payload = { tokens: [{ id, ...change }], counters: [{ id: 1, tokenId: held }] };
      add(minute, kind, { tokenId: id, payload });
    },
    total() {
      const reader = factsReader();
      for (const event of events) reader.read(event);
      const facts = reader.facts();
      if (!facts) throw new Error('Nothing was read.');
      return totalOf([facts], NO_FILTER);
    },
  };
}

const CALLED = { state: 'called', counterId: 1, waitedMs: 4 * MINUTE } as const;

it('counts a counter as idle while somebody waits in a line that it serves, and no longer', () => {
  const log = logOf();
  log.open(0, 1);
  log.open(0, 3);
  // Counter 3 takes fines alone: it is not idle for whom it does not serve.
  log.issue(10, 1);
  log.act(14, 'call', 1, CALLED, 1);
  log.act(15, 'start', 1, { state: 'serving' }, 1);
  log.act(25, 'finish', 1, { state: 'done' }, null);
  log.add(30, 'takeBreak', { payload: { counters: [{ id: 3, status: 'onBreak' }] } });
  log.add(40, 'recordSlip');
  const { idleMs, openMs, servingMs, breakMs } = log.total();
  expect([idleMs, openMs, servingMs, breakMs]).toEqual([4, 40 + 30, 10, 10].map((minutes) => minutes * MINUTE));
});

it('does not count an appointment as waiting before its slot', () => {
  const log = logOf();
  log.open(0, 1);
  const slotAt = TEN + 20 * MINUTE;
  log.issue(5, 1, { slotAt, waitingSince: slotAt });
  log.add(22, 'recordSlip');
  log.act(24, 'call', 1, { ...CALLED }, 1);
  expect(log.total().idleMs).toBe(4 * MINUTE);
});

it('counts no no-show that was taken back, and the wait once', () => {
  const log = logOf();
  log.open(0, 1);
  log.issue(0, 1);
  log.act(4, 'call', 1, CALLED, 1);
  log.act(5, 'markNoShow', 1, { state: 'noShow' }, null);
  log.act(5, 'undo', 1, { state: 'called' }, 1);
  log.act(6, 'start', 1, { state: 'serving' }, 1);
  log.act(9, 'finish', 1, { state: 'done' }, null);
  expect(log.total()).toMatchObject({ noShows: 0, calls: 1, waits: 1, served: 1, serves: 1, serveP50Ms: 3 * MINUTE });
});

it('counts who is served without a token as no wait, and a jump with that reason typed in as one', () => {
  const log = logOf();
  log.open(0, 1);
  log.issue(0, 1);
  const about = { reason: 'withoutToken' };
  const payload = { tokens: [{ id: 1, ...CALLED, waitedMs: 0 }], counters: [{ id: 1, tokenId: 1 }] };
  log.add(0, 'jump', { tokenId: 1, payload: { ...payload, about } });
  log.act(1, 'finish', 1, { state: 'done' }, null);
  log.issue(1, 2, { number: 2 });
  log.add(3, 'jump', {
    tokenId: 2,
    payload: { tokens: [{ id: 2, ...CALLED }], about: { ...about, overtaken: 0 } },
  });
  expect(log.total()).toMatchObject({ jumps: 2, waits: 1, waitP50Ms: 4 * MINUTE });
});

it('ends a day with the carrying over, and tells nothing of it twice', () => {
  const reader = factsReader();
  const event = (seq: number, kind: string, change: Change = {}): ReportEvent => ({
    seq,
    at: TEN + seq * MINUTE,
    queueAt: TEN,
    kind,
    actor: 'hub',
    tokenId: null,
    hash: `${seq}`,
    payload: {},
    ...change,
  });
  reader.read(event(1, 'setUp', { payload: { hall: { centre: SMALL_CENTRE, serviceDay: DAY } } }));
  reader.read(event(2, 'issue', { tokenId: 1, payload: { tokens: [tokenWith()] } }));
  expect(reader.read(event(3, 'turnDay', { payload: { hall: { serviceDay: '2026-11-24' } } }))).toBeUndefined();
  const carried = { tokenId: 1, payload: { tokens: [{ id: 1, state: 'carriedOver' as const }] } };
  expect(reader.read(event(4, 'carryOver', carried))).toBeUndefined();
  const closed = reader.read(event(5, 'issue', { tokenId: 2, payload: { tokens: [tokenWith({ id: 2, number: 2 })] } }));
  expect(closed?.facts).toMatchObject({ day: DAY, fromSeq: 1, toSeq: 4 });
  expect(totalOf(closed ? [closed.facts] : [], NO_FILTER)).toMatchObject({ tokens: 1, carriedOver: 1 });
  const next = reader.facts();
  expect(next).toMatchObject({ day: '2026-11-24', fromSeq: 5 });
  expect(totalOf(next ? [next] : [], NO_FILTER)).toMatchObject({ tokens: 1, carriedOver: 0 });
});
