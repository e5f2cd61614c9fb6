import { describe, expect, it } from 'vitest';
import {
  comeBack,
  POSTPONE_MS,
  postpone,
  waitingSinceAtReturn,
  waitingSinceOf,
} from '../../src/domain/verbs/postpone.ts';
import { requeue } from '../../src/domain/verbs/requeue.ts';
import { heldToken } from '../support/rows.ts';

const MINUTE = 60_000;
const at = (minute: number) => ({ at: 1_000_000 + minute * MINUTE, queueAt: minute * MINUTE });
const token = { ...heldToken('waiting', 0).token, waitingSince: 0 };

const valueOf = <T>(decision: { ok: true; value: T } | { ok: false }): T => {
  if (!decision.ok) throw new Error('refused');
  return decision.value;
};

describe('ten more minutes', () => {
  it('take the token out of line until then', () => {
    const away = valueOf(postpone(token, at(20)));
    expect(away).toMatchObject({
      state: 'parked',
      counterId: null,
      returnAt: at(20).at + POSTPONE_MS,
      postponeCount: 1,
    });
  });

  it('cost just the time that was taken: who waited twenty minutes has waited twenty when they are over', () => {
    const back = valueOf(comeBack(valueOf(postpone(token, at(20))), at(30)));
    expect([back.state, at(30).queueAt - back.waitingSince, back.returnAt]).toEqual(['waiting', 20 * MINUTE, null]);
    const early = valueOf(comeBack(valueOf(postpone(token, at(20))), at(23)));
    expect(at(23).queueAt - early.waitingSince).toBe(20 * MINUTE);
  });

  it('can be had twice, and no third time', () => {
    const once = valueOf(comeBack(valueOf(postpone(token, at(20))), at(30)));
    const twice = valueOf(comeBack(valueOf(postpone(once, at(31))), at(41)));
    expect(postpone(twice, at(42))).toMatchObject({ ok: false, error: { code: 'postponeLimit' } });
  });

  it('are no way back for somebody whom an operator has parked', () => {
    expect(comeBack({ ...token, state: 'parked' }, at(30))).toMatchObject({ ok: false });
  });

  it('are known beforehand: the wait begins then where it will begin when they are over', () => {
    const away = valueOf(postpone(token, at(20)));
    const known = { waitingSince: away.waitingSince, awaySince: away.awaySince ?? 0, returnAt: away.returnAt ?? 0 };
    const back = valueOf(comeBack(away, at(30)));
    for (const minute of [20, 24, 30]) expect(waitingSinceAtReturn(known, at(minute))).toBe(back.waitingSince);
  });

  it('cost the same when staff put the token back in line', () => {
    const away = valueOf(postpone(token, at(20)));
    const back = valueOf(requeue({ ...heldToken('parked', 0), token: away }, true, at(26))).token;
    expect([at(26).queueAt - back.waitingSince, back.awaySince]).toEqual([20 * MINUTE, null]);
    expect(waitingSinceOf(back, at(50))).toBe(back.waitingSince);
  });
});
