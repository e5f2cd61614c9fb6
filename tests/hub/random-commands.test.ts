import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { expect, it } from 'vitest';
import { checkLog } from '../../scripts/day/check-log.ts';
import { demoClock } from '../../src/hub/time/clock.ts';
import { openHall, setUp } from '../../src/hub/hall.ts';
import type { CommandName } from '../../src/protocol/commands.ts';
import type { Handshake } from '../../src/protocol/handshake.ts';
import { openReadOnly } from '../../src/store/database.ts';
import { tablesThatDiffer } from '../../src/store/log/rebuild.ts';
import { SMALL_CENTRE } from '../support/centre.ts';
import { MIGRATIONS, testFolder } from '../support/folder.ts';
import { MONDAY_TEN, wishFor } from '../support/test-hub.ts';

interface Step {
  readonly at: number;
  readonly name: CommandName;
  readonly payload: unknown;
  readonly seconds: number;
}

const tokenId = fc.integer({ min: 1, max: 12 });
const ofToken = tokenId.map((id) => ({ tokenId: id }));
const payloads = {
  issue: fc.constantFrom(wishFor('domicile'), wishFor('fine'), wishFor('fine', ['elder'])),
  openCounter: fc.constant({ operator: 'Op' }),
  call: fc.constant({}),
  start: ofToken,
  finish: fc.record({ tokenId, thenCall: fc.boolean() }),
  recall: ofToken,
  markNoShow: ofToken,
  undo: fc.constant({}),
  park: fc.record({ tokenId, returnMinutes: fc.constant(null) }),
  resume: ofToken,
  requeue: ofToken,
  leave: ofToken,
  transfer: fc.record({
    tokenId,
    to: fc.oneof(
      fc.constantFrom('domicile', 'fine').map((serviceId) => ({ kind: 'service', serviceId })),
      fc.integer({ min: 1, max: 3 }).map((counterId) => ({ kind: 'counter', counterId })),
    ),
  }),
  correctClass: fc.record({ tokenId, classes: fc.constantFrom([], ['infant']) }),
  jump: fc.integer({ min: 1, max: 6 }).map((n) => ({ label: `A-${n}`, reason: 'random' })),
  serveWithoutToken: fc.constant(wishFor('fine')),
  checkIn: fc.integer({ min: 1, max: 6 }).map((n) => ({ label: `A-${n}` })),
  setAutoCall: fc.boolean().map((isOn) => ({ isOn })),
  takeBreak: fc.constant({}),
  closeCounter: fc.constant({}),
} as const;

/** What happens often in a hall comes often here: tokens, calls and finishes lead further than refusals do. */
const OFTEN = ['issue', 'issue', 'openCounter', 'call', 'call', 'start', 'finish'] as const;
const names = [...OFTEN, ...(Object.keys(payloads) as (keyof typeof payloads)[])];
const step: fc.Arbitrary<Step> = fc.constantFrom(...names).chain((name) =>
  fc.record({
    at: fc.integer({ min: 1, max: 3 }),
    name: fc.constant<CommandName>(name),
    payload: payloads[name] as fc.Arbitrary<unknown>,
    seconds: fc.constantFrom(0, 1, 11, 31, 600, 90_000),
  }),
);

/** The screen that a step comes from. */
const senderOf = ({ name, at }: Step): Handshake =>
  name === 'issue'
    ? { screen: 'kiosk', version: 2, device: 'kiosk', kioskId: 1 }
    : { screen: 'operator', version: 2, device: `console-${at}`, counterId: at };

it('whatever comes in whatever order, every move is legal, no number is given twice, and the log gives the state', async () => {
  const moved = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 60, maxLength: 120 }), async (steps) => {
      const folder = testFolder();
      const clock = demoClock(MONDAY_TEN, 0);
      const hall = openHall(
        { centre: SMALL_CENTRE, folder, migrations: MIGRATIONS, clock },
        { printerOf: () => 'preview', waitFor: () => null, committed: () => undefined },
      );
      await hall.byHub(setUp);
      for (const one of steps) {
        clock.turnTo(clock.at() + one.seconds * 1000);
        const held = hall.store.counters.get(one.at)?.tokenId;
        const payload =
          held && one.name !== 'resume' && 'tokenId' in Object(one.payload)
            ? { ...Object(one.payload), tokenId: held }
            : one.payload;
        const reply = await hall.submit(senderOf(one), { id: newId(), name: one.name, payload });
        if (reply.ok) moved.add(one.name);
        expect(reply).not.toMatchObject({ error: { code: 'hubFailed' } });
      }
      hall.close();
      const file = hall.store.file;
      expect(checkLog(file)).toMatchObject({ doubleNumbers: 0, faults: [] });
      const db = openReadOnly(file);
      expect(tablesThatDiffer(db, MIGRATIONS)).toEqual([]);
      const kept =
        'SELECT service_id, stage_id, target_ms, bound_counter_id AS bound, waiting FROM line WHERE waiting > 0 ORDER BY 1, 2, 3, 4';
      const counted = `SELECT service_id, stage_id, target_ms, ifnull(bound_counter_id, 0) AS bound, count(*) AS waiting
        FROM token WHERE state = 'waiting' GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;
      expect(db.prepare(kept).all()).toEqual(db.prepare(counted).all());
      db.close();
    }),
    { numRuns: 25, seed: 7 },
  );
  expect(
    ['call', 'finish', 'park', 'transfer', 'undo', 'requeue', 'markNoShow'].filter((name) => !moved.has(name)),
  ).toEqual([]);
}, 120_000);
