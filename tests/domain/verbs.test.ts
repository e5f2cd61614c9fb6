import { describe, expect, it } from 'vitest';
import { closeCounter, takeBreak } from '../../src/domain/verbs/counter-verbs.ts';
import { call, jump, recall } from '../../src/domain/verbs/calling.ts';
import { carryOver, checkInAgain } from '../../src/domain/verbs/carry-over.ts';
import { issue } from '../../src/domain/verbs/issue.ts';
import { park, resume } from '../../src/domain/verbs/parking.ts';
import { requeue } from '../../src/domain/verbs/requeue.ts';
import { finish } from '../../src/domain/verbs/serving.ts';
import { transferToCounter, transferToService } from '../../src/domain/verbs/transfer.ts';
import { undo } from '../../src/domain/verbs/undo.ts';
import { SMALL_CENTRE, withService } from '../support/centre.ts';
import { counterWith, heldToken, issueFactsWith, tokenWith } from '../support/rows.ts';

const NOW = { at: 5_000_000, queueAt: 900_000 };
const wish = { serviceIds: ['domicile'], classes: [], language: 'ur' } as const;
const facts = issueFactsWith();
const WAY = { centre: SMALL_CENTRE, actor: 'Ali', waitFor: () => null };
const code = (decision: { ok: boolean; error?: { code: string } }) => decision.error?.code;

describe('issue', () => {
  it('refuses what cannot be had, and draws no number for it', () => {
    const draw = () => {
      throw new Error('A number was drawn for nothing.');
    };
    const no = (centre: typeof SMALL_CENTRE, change: object, more: object = {}) =>
      code(issue(centre, { ...wish, ...change }, { ...facts, draw, ...more }, NOW));
    expect(no(SMALL_CENTRE, { serviceIds: ['nadra'] })).toBe('unknownService');
    expect(no(SMALL_CENTRE, { serviceIds: ['shut'] })).toBe('serviceClosed');
    expect(no(SMALL_CENTRE, { classes: ['king'] })).toBe('unknownClass');
    expect(no(SMALL_CENTRE, {}, { isCentreOpen: false })).toBe('centreClosed');
    expect(no(withService('domicile', { dayCap: 3 }), {}, { issuedToday: () => 3 })).toBe('dayCapReached');
  });

  it('starts the wait on the queue clock, whatever the wall clock says', () => {
    const issued = issue(SMALL_CENTRE, wish, facts, { at: 0, queueAt: 777 });
    expect(issued.ok && issued.value.waitingSince).toBe(777);
  });
});

describe('calling', () => {
  it('gives a counter no second token', () => {
    const busy = { token: tokenWith({ id: 2 }), counter: counterWith({ tokenId: 1 }) };
    expect(code(call(busy, NOW))).toBe('counterBusy');
    expect(code(jump(busy, 'urgent', NOW))).toBe('counterBusy');
  });

  it('calls nobody to a counter that is closed or on a break', () => {
    expect(code(call({ token: tokenWith(), counter: counterWith({ status: 'closed' }) }, NOW))).toBe('counterClosed');
    expect(code(call({ token: tokenWith(), counter: counterWith({ status: 'onBreak' }) }, NOW))).toBe('counterOnBreak');
  });

  it('demands a reason for a jump', () => {
    expect(code(jump({ token: tokenWith(), counter: counterWith() }, ' ', NOW))).toBe('reasonMissing');
  });

  it('recalls at most three times, ten seconds apart', () => {
    let at = heldToken('called', 0);
    let queueAt = 0;
    expect(code(recall(at, { at: 0, queueAt: 9_999 }))).toBe('recallTooSoon');
    for (let turn = 0; turn < 3; turn += 1) {
      queueAt += 10_000;
      const again = recall(at, { at: 0, queueAt });
      if (!again.ok) throw new Error(again.error.code);
      at = again.value;
    }
    expect(code(recall(at, { at: 0, queueAt: queueAt + 60_000 }))).toBe('recallLimit');
  });
});

describe('transfer', () => {
  it('keeps the wait and takes the target of the new line', () => {
    const [, fine] = SMALL_CENTRE.services;
    const sent = fine && transferToService(heldToken('serving', 0), fine, [], NOW);
    expect(sent).toMatchObject({
      ok: true,
      value: { token: { waitingSince: 0, targetMs: 600_000 }, counter: { tokenId: null } },
    });
  });

  it('binds the token to the other counter, which must not be closed', () => {
    const at = heldToken('serving', 0);
    expect(transferToCounter(at, counterWith({ id: 2 }))).toMatchObject({
      ok: true,
      value: { token: { boundCounterId: 2 } },
    });
    expect(code(transferToCounter(at, counterWith({ id: 2, status: 'closed' })))).toBe('counterClosed');
    expect(code(transferToCounter(at, at.counter))).toBe('sameDestination');
  });

  it('is given back to its line when that counter closes', () => {
    const closed = closeCounter(counterWith({ id: 2 }), [tokenWith({ boundCounterId: 2 })], NOW);
    expect(closed).toMatchObject({ ok: true, value: { released: [{ boundCounterId: null }] } });
  });
});

describe('counters', () => {
  it('cannot leave an open token behind', () => {
    expect(code(closeCounter(counterWith({ tokenId: 5 }), [], NOW))).toBe('counterBusy');
    expect(code(takeBreak(counterWith({ tokenId: 5 }), NOW))).toBe('counterBusy');
  });
});

describe('park and resume', () => {
  it('calls a citizen who is back at once where the counter is free, else puts them in line', () => {
    const parked = park(heldToken('serving', 0), null);
    if (!parked.ok) throw new Error(parked.error.code);
    expect(resume(parked.value, NOW)).toMatchObject({ ok: true, value: { token: { state: 'called' } } });
    const busy = { ...parked.value, counter: counterWith({ tokenId: 9 }) };
    expect(resume(busy, NOW)).toMatchObject({ ok: true, value: { token: { state: 'waiting', waitingSince: 0 } } });
  });
});

describe('requeue', () => {
  it('keeps the wait the first time and begins anew after that', () => {
    const first = requeue(heldToken('called', 0), false, NOW);
    expect(first).toMatchObject({ ok: true, value: { token: { waitingSince: 0, requeueCount: 1 } } });
    const again = heldToken('called', 0);
    const second = requeue({ ...again, token: { ...again.token, requeueCount: 1 } }, false, NOW);
    expect(second).toMatchObject({ ok: true, value: { token: { waitingSince: NOW.queueAt } } });
  });

  it('brings back a no-show within its service day only', () => {
    expect(code(requeue(heldToken('noShow', 0), false, NOW))).toBe('wrongState');
  });
});

describe('undo', () => {
  const ended = (() => {
    const done = finish(heldToken('serving', 0), WAY, NOW);
    if (!done.ok) throw new Error(done.error.code);
    return done.value;
  })();
  const later = (ms: number) => ({ ...NOW, queueAt: NOW.queueAt + ms });

  it('takes a finish back within thirty seconds, as it was before', () => {
    expect(undo(ended, later(30_000))).toMatchObject({
      ok: true,
      value: { token: { state: 'serving', endedAt: null }, counter: { tokenId: 1 } },
    });
  });

  it('is refused with a code when it is too late, the counter is busy, or the token has moved', () => {
    expect(code(undo(ended, later(30_001)))).toBe('undoTooLate');
    expect(code(undo({ ...ended, counter: { ...ended.counter, tokenId: 8 } }, NOW))).toBe('undoCounterBusy');
    expect(code(undo({ ...ended, token: { ...ended.token, state: 'called', counterId: 2 } }, NOW))).toBe(
      'undoTokenMoved',
    );
    expect(code(undo({ ...ended, counter: counterWith() }, NOW))).toBe('undoNothing');
  });
});

describe('carrying over', () => {
  it('gives the old wait back, but never more than the promise', () => {
    const over = carryOver(tokenWith({ waitingSince: 0 }), { at: 0, queueAt: 10 * 60_000 });
    if (!over.ok) throw new Error(over.error.code);
    const back = checkInAgain(over.value, { at: 0, queueAt: 100 * 60_000 });
    expect(back.ok && back.value.waitingSince).toBe(90 * 60_000);
    const long = checkInAgain({ ...over.value, carriedWaitMs: 999 * 60_000 }, { at: 0, queueAt: 100 * 60_000 });
    expect(long.ok && long.value.waitingSince).toBe(70 * 60_000);
  });
});
