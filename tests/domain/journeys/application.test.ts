import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advance,
  type Application,
  comeFor,
  endApplication,
  fileApplication,
  reopen,
  sendBackApplication,
  standingOf,
  timelineOf,
} from '../../../src/domain/journeys/application.ts';
import { findService } from '../../../src/domain/centre.ts';
import { addOpenMs } from '../../../src/domain/calendar/working-time.ts';
import { JOURNEY_CENTRE } from '../../support/journey-centre.ts';
import { tokenWith } from '../../support/rows.ts';

const HOUR = 3_600_000;
/** A Friday at three; the doors are open from eight to four on five days of the week. */
const FRIDAY_THREE = Date.parse('2026-11-27T15:00:00+05:00');
const CENTRE = {
  ...JOURNEY_CENTRE,
  hours: [[[480, 960]], [[480, 960]], [[480, 960]], [[480, 960]], [[480, 960]], [], []] as const,
  holidays: ['2026-11-30'],
};
const found = findService(CENTRE, 'domicile');
if (!found) throw new Error('The journey centre has a domicile.');
const service = found;
const hand = (at: number, reason?: string) => ({ actor: 'Sana', at, ...(reason === undefined ? {} : { reason }) });

const filing = tokenWith({
  stageId: 'filing',
  steps: [
    { stageId: 'arrival', enteredAt: 1, endedAt: 1, end: 'done', actor: 'citizen', reason: null },
    { stageId: 'filing', enteredAt: 2, endedAt: null, end: null, actor: null, reason: null },
  ],
});
const made = { id: 7, trackingNumber: '2600000079' };
const filed = fileApplication(filing, service, made, CENTRE, hand(FRIDAY_THREE));

/** The application when it has come to a stage by plain finishing. */
function at(stageId: string): Application {
  let now = filed;
  while (now.stageId !== stageId) {
    const next = advance(now, now.stageId, 'done', service, CENTRE, hand(FRIDAY_THREE));
    if (!next.ok) throw new Error(next.error.code);
    now = next.value;
  }
  return now;
}

describe('an application', () => {
  it('stands at the stage after filing, with every later stage planned in working time', () => {
    expect(filed).toMatchObject({ stageId: 'photo', state: 'open', filedAt: FRIDAY_THREE });
    const planned = service.journey.slice(3).map((stage) => filed.planned[stage.id] ?? 0);
    expect(planned).toEqual(planned.toSorted((a, b) => a - b));
    expect(new Set(planned).size).toBe(planned.length);
  });

  it('is due in the back office by opening hours: weekend and holiday do not count', () => {
    // One hour is left of Friday; Saturday, Sunday and the holiday of Monday pass; 8 h on Tuesday, 1 h on Wednesday.
    expect(at('verification').dueAt).toBe(Date.parse('2026-12-02T09:00:00+05:00'));
    expect(at('verification').riskAt).toBe(addOpenMs(CENTRE, FRIDAY_THREE, 8 * HOUR));
    expect(at('fee').dueAt).toBeNull();
    expect(at('ready').dueAt).toBeNull();
  });

  it('stands on time, at risk and overdue against its due time', () => {
    const one = at('verification');
    const [riskAt, dueAt] = [one.riskAt ?? 0, one.dueAt ?? 0];
    expect([riskAt - 1, riskAt, dueAt, dueAt + 1].map((when) => standingOf(one, when))).toEqual([
      'onTime',
      'atRisk',
      'atRisk',
      'overdue',
    ]);
    expect(standingOf(at('ready'), dueAt * 2)).toBe('onTime');
  });

  it('waits at a counter or for collection for its citizen, and is with nobody else meanwhile', () => {
    expect(comeFor(at('verification'), service, CENTRE, 0)).toMatchObject({ error: { code: 'applicationNotReady' } });
    const come = comeFor(at('ready'), service, CENTRE, FRIDAY_THREE);
    expect(come.ok && come.value).toMatchObject({ stageId: 'delivery' });
    expect(come.ok && come.value.steps.find((step) => step.stageId === 'ready')).toMatchObject({ actor: 'citizen' });
    expect(comeFor(at('fee'), service, CENTRE, 0)).toMatchObject({ ok: true, value: { stageId: 'fee' } });
  });

  it('is delivered at the end of its last stage, and then nothing moves it', () => {
    const delivered = advance(at('delivery'), 'delivery', 'done', service, CENTRE, hand(FRIDAY_THREE));
    expect(delivered.ok && delivered.value).toMatchObject({ state: 'delivered', endedAt: FRIDAY_THREE });
    if (!delivered.ok) return;
    for (const again of [
      advance(delivered.value, 'delivery', 'done', service, CENTRE, hand(0)),
      sendBackApplication(delivered.value, 'fee', service, CENTRE, hand(0, 'why')),
      endApplication(delivered.value, hand(0, 'why')),
      comeFor(delivered.value, service, CENTRE, 0),
    ])
      expect(again).toMatchObject({ ok: false, error: { code: 'applicationOver' } });
  });

  it('needs a reason to go back or to end', () => {
    expect(sendBackApplication(at('approval'), 'fee', service, CENTRE, hand(0))).toMatchObject({
      error: { code: 'reasonMissing' },
    });
    expect(endApplication(at('approval'), hand(0, ' '))).toMatchObject({ error: { code: 'reasonMissing' } });
  });

  it('shows all stages of its journey, of one that was gone through twice the last time with the reason', () => {
    const back = sendBackApplication(at('approval'), 'verification', service, CENTRE, hand(9, 'no stamp'));
    if (!back.ok) throw new Error(back.error.code);
    const timeline = timelineOf(service, back.value);
    expect(timeline.map((stage) => stage.stageId)).toEqual(service.journey.map((stage) => stage.id));
    expect(timeline.filter((stage) => stage.isNow).map((stage) => stage.stageId)).toEqual(['verification']);
    expect(timeline.find((stage) => stage.stageId === 'approval')).toMatchObject({
      end: 'sentBack',
      reason: 'no stamp',
    });
    expect(timeline.find((stage) => stage.stageId === 'verification')).toMatchObject({ enteredAt: 9, endedAt: null });
  });

  it('is as it was before when an ending is taken back, however it came there', () => {
    const stages = ['photo', 'fee'] as const;
    for (const stageId of stages) {
      const before = at(stageId);
      const after = advance(before, stageId, 'done', service, CENTRE, hand(FRIDAY_THREE + 1));
      expect(after.ok && reopen(after.value, stageId)).toEqual(before);
    }
  });

  it('never has two stages open, nor a step out of order, whatever is done to it', () => {
    const ids = service.journey.map((stage) => stage.id);
    const deed = fc.record({ kind: fc.constantFrom('done', 'skipped', 'back', 'come'), id: fc.constantFrom(...ids) });
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
        let now = filed;
        for (const [i, { kind, id }] of deeds.entries()) {
          const when = hand(FRIDAY_THREE + i, 'reason');
          const next =
            kind === 'back'
              ? sendBackApplication(now, id, service, CENTRE, when)
              : kind === 'come'
                ? comeFor(now, service, CENTRE, when.at)
                : advance(now, now.stageId, kind as 'done' | 'skipped', service, CENTRE, when);
          if (next.ok) now = next.value;
          const open = now.steps.filter((step) => step.endedAt === null);
          expect(open.map((step) => step.stageId)).toEqual(now.state === 'open' ? [now.stageId] : []);
          const times = now.steps.map((step) => step.enteredAt);
          expect(times).toEqual(times.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 300 },
    );
  });
});
