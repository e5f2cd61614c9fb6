import Database from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { v7 as newId } from 'uuid';
import { aloneHall, CONSOLE, machine } from '../../support/alone-hall.ts';
import { bookingWith } from '../../support/bookings/bookings.ts';
import { wishFor } from '../../support/test-hub.ts';
import { checkCentre } from './check-centre.ts';
import type { Acknowledged, Evidence } from './evidence.ts';

const KIOSK = { ...machine(1), device: 'A machine #1' };

/** A hall in which something of everything has happened, ended well. */
async function livelyHall() {
  const { hall, clock, folder, send, leaseFor, given, book } = await aloneHall();
  const acknowledged: Acknowledged[] = [];
  const done: typeof send = async (from, name, payload) => {
    const id = newId();
    const reply = await send(from, name, payload, id);
    acknowledged.push({ id, name, reply: { ...reply } });
    clock.turnTo(clock.at() + 20_000);
    return reply;
  };
  await book(bookingWith());
  for (let i = 0; i < 6; i += 1) await done(KIOSK, 'issue', wishFor(i % 2 === 0 ? 'domicile' : 'fine'));
  await done(KIOSK, 'checkInBooking', { by: { kind: 'code', code: 'LHR-0001' } });
  await done(CONSOLE, 'openCounter', { operator: 'Ali' });
  for (let i = 0; i < 6; i += 1) {
    const called = await done(CONSOLE, 'call', {});
    const tokenId = called.ok ? (called.result.tokenId ?? 0) : 0;
    if (i === 0) await done(CONSOLE, 'markNoShow', { tokenId });
    else {
      await done(CONSOLE, 'start', { tokenId });
      await done(CONSOLE, 'finish', { tokenId, thenCall: false });
    }
  }
  const last = await done(CONSOLE, 'call', {});
  const lease = await leaseFor(KIOSK);
  for (const number of [1, 2]) {
    await done(KIOSK, 'mergeIssue', { alone: given(lease, number), wish: wishFor('domicile'), sealedCnic: null });
  }
  await leaseFor({ ...machine(2), device: 'A machine #2' });
  for (const slip of hall.store.slips.queued()) {
    await hall.inBatch((context) =>
      context.store.append(
        { kind: 'recordSlip', tokenId: slip.tokenId, payload: { slip: { ...slip, outcome: 'confirmed' } } },
        context.origin,
      ),
    );
  }
  hall.close();
  return { folder, acknowledged, last };
}

/** One change for each invariant that makes it untrue: without one that finds them, the checks would prove nothing. */
const TAMPERINGS: readonly (readonly [invariant: string, what: string, sql: string])[] = [
  [
    'I1',
    'a number given again',
    `UPDATE event SET payload = json_set(payload, '$.tokens[0].number', 1) WHERE kind = 'issue'`,
  ],
  ['I2', 'an answer that is gone', `DELETE FROM command WHERE name = 'openCounter'`],
  ['I2', 'another answer', `UPDATE command SET reply = json_set(reply, '$.result.label', 'A-999') WHERE name = 'call'`],
  [
    'I3',
    'a command done twice',
    `UPDATE event SET command_id = (SELECT command_id FROM event WHERE kind = 'issue' ORDER BY seq LIMIT 1) WHERE kind = 'call'`,
  ],
  [
    'I3',
    'a double tap that was done twice in one batch',
    `UPDATE event SET command_id = (SELECT command_id FROM event WHERE kind = 'issue' ORDER BY seq LIMIT 1) WHERE kind = 'issue'`,
  ],
  [
    'I4',
    'a move that is none',
    `UPDATE event SET payload = json_set(payload, '$.tokens[0].state', 'done') WHERE kind = 'call'`,
  ],
  [
    'I5',
    'two at one counter',
    `UPDATE event SET payload = json_set(payload, '$.tokens[0].state', 'called', '$.tokens[0].counterId', 1) WHERE kind = 'finish'`,
  ],
  ['I6', 'an event that is gone', 'DELETE FROM event WHERE seq = 4'],
  ['I6', 'another actor', `UPDATE event SET actor = 'somebody' WHERE seq = 5`],
  ['I7', 'a table that was edited', 'UPDATE token SET waiting_since = waiting_since + 1 WHERE id = 1'],
  ['I7', 'a row that is gone', 'DELETE FROM token WHERE id = 3'],
  ['I7', 'a slip of another printer', `UPDATE slip SET printer = 'tcp://elsewhere'`],
  ['I7', 'an application that was moved', 'UPDATE application SET entered_at = entered_at + 1'],
  ['I7', 'a lease that was made longer', 'UPDATE lease SET last_number = last_number + 100 WHERE kiosk_id = 1'],
  ['I7', 'a series that was put back', `UPDATE series SET next_number = 1`],
  ['I7', 'a second label that nobody gave', `INSERT INTO alias VALUES ('2026-11-23', 'A', 900, 1)`],
  ['I7', 'a line that counts wrong', 'UPDATE line SET waiting = waiting + 1'],
  [
    'I9',
    'a number outside its lease',
    `UPDATE event SET payload = json_set(payload, '$.tokens[0].number', 300) WHERE payload LIKE '%"merged":true%'`,
  ],
  [
    'I9',
    'blocks that share numbers',
    `UPDATE event SET payload = json_set(payload, '$.lease.kioskId', 1, '$.lease.firstNumber', 1) WHERE kind = 'grantLease'`,
  ],
  [
    'I10',
    'a token of another day',
    `UPDATE event SET payload = json_set(payload, '$.tokens[0].serviceDay', '2026-11-20') WHERE kind = 'issue'`,
  ],
  ['I10', 'a clock that went back', 'UPDATE event SET queue_at = 0 WHERE seq = (SELECT max(seq) FROM event)'],
  ['I11', 'a slip that nobody knows of', `UPDATE slip SET outcome = 'queued' WHERE id = 1`],
  ['I11', 'two slips of one token', 'UPDATE slip SET token_id = 1 WHERE id = 2'],
  [
    'I12',
    'the number of a card',
    `UPDATE event SET actor = actor, payload = json_set(payload, '$.about.reason', 'card 35202-1234567-1') WHERE seq = 3`,
  ],
  ['I13', 'an operator at a counter of another', `UPDATE event SET actor = 'Nobody' WHERE kind = 'start'`],
  ['I13', 'a board that does something', `UPDATE event SET device = 'board-1' WHERE kind = 'finish'`],
  ['I13', 'a kiosk that opens a counter', `UPDATE event SET device = 'kiosk-1' WHERE kind = 'openCounter'`],
  [
    'I16',
    'one who was passed over',
    `UPDATE event SET payload = json_set(payload, '$.tokens[0].targetMs', 100) WHERE seq = (SELECT min(seq) + 1 FROM event WHERE kind = 'issue')`,
  ],
  ['I15', 'a booking used twice', 'UPDATE token SET appointment_id = 1 WHERE id IN (1, 2)'],
];

type LivelyHall = Awaited<ReturnType<typeof livelyHall>>;

const check = ({ folder, acknowledged }: LivelyHall, displays: Evidence['displays'] = []) =>
  checkCentre({
    displays,
    storeFile: join(folder, 'markaz.db'),
    chainKey: readFileSync(join(folder, 'keys', 'chain.key'), 'utf8').trim(),
    acknowledged,
  });

function tamper({ folder }: LivelyHall, sql: string): number {
  const db = new Database(join(folder, 'markaz.db'));
  db.pragma('foreign_keys = OFF');
  const { changes } = db.prepare(sql).run();
  db.close();
  return changes;
}

const labelOf = ({ last }: LivelyHall) => (last.ok && last.result.label) || 'nobody';

const displaying = (shown: string | null, seqs: readonly number[]) => [
  { name: 'a board', seqs, shown: [{ counterId: 1, label: shown }] },
];

describe('the checker', () => {
  it('finds nothing in a hall in which all went well', async () => {
    expect(check(await livelyHall())).toEqual([]);
  });

  it.each(TAMPERINGS)('finds %s: %s', async (invariant, _what, sql) => {
    const hall = await livelyHall();
    expect(tamper(hall, sql)).toBeGreaterThan(0);
    expect(check(hall).map((one) => one.invariant)).toContain(invariant);
  });

  it('finds a display that goes back, or shows another than is there', async () => {
    const hall = await livelyHall();
    expect(check(hall, displaying(labelOf(hall), [1, 2, 2, 7]))).toEqual([]);
    expect(check(hall, displaying('A-999', [1, 2]))).toEqual([
      { invariant: 'I8', what: 'a board shows A-999 at counter 1' },
    ]);
    expect(check(hall, displaying(labelOf(hall), [1, 3, 2]))).toEqual([
      { invariant: 'I8', what: 'a board went back to event 2' },
    ]);
  });
});
