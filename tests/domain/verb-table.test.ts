import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/domain/decision.ts';
import { TOKEN_STATES, type Token, type TokenState } from '../../src/domain/token.ts';
import { type Verb, VERBS } from '../../src/domain/verb-table.ts';
import type { AtCounter } from '../../src/domain/verbs/at-counter.ts';
import { call, jump, recall } from '../../src/domain/verbs/calling.ts';
import { carryOver, checkInAgain } from '../../src/domain/verbs/carry-over.ts';
import { correctClass } from '../../src/domain/verbs/correct-class.ts';
import { leave, markNoShow } from '../../src/domain/verbs/ending.ts';
import { park, resume } from '../../src/domain/verbs/parking.ts';
import { comeBack, postpone } from '../../src/domain/verbs/postpone.ts';
import { requeue } from '../../src/domain/verbs/requeue.ts';
import { endVisit, finish, sendBack, skipStage, start } from '../../src/domain/verbs/serving.ts';
import { transferToService } from '../../src/domain/verbs/transfer.ts';
import { undo } from '../../src/domain/verbs/undo.ts';
import { desk, withService } from '../support/centre.ts';
import { heldToken } from '../support/rows.ts';

const NOW = { at: 1_000_000, queueAt: 100_000 };
/** A journey with a stage to send back to, and one that can be left out at its end. */
const CENTRE = withService('domicile', { journey: [desk(10, 2, { id: 'check' }), desk(30, 6, { isOptional: true })] });
const WAY = { centre: CENTRE, actor: 'Ali', waitFor: () => null };
const [domicile, fine] = CENTRE.services;
if (!domicile || !fine) throw new Error('The small centre has two services.');

/** The table of DESIGN.md section 4, written out by hand: verb, states that it starts from, and where each leads. */
const RULED: Readonly<Record<Exclude<Verb, 'issue'>, Partial<Record<TokenState, TokenState>>>> = {
  call: { waiting: 'called' },
  jump: { waiting: 'called' },
  recall: { called: 'called' },
  start: { called: 'serving' },
  finish: { serving: 'done' },
  skipStage: { called: 'done', serving: 'done' },
  sendBack: { called: 'waiting', serving: 'waiting' },
  endVisit: { called: 'done', serving: 'done' },
  transfer: { called: 'waiting', serving: 'waiting' },
  park: { called: 'parked', serving: 'parked' },
  postpone: { waiting: 'parked' },
  comeBack: { parked: 'waiting' },
  resume: { parked: 'called' },
  requeue: { called: 'waiting', parked: 'waiting', noShow: 'waiting', done: 'waiting' },
  markNoShow: { called: 'noShow' },
  leave: { waiting: 'left', called: 'left', parked: 'left', carriedOver: 'left' },
  carryOver: { waiting: 'carriedOver', parked: 'carriedOver' },
  checkIn: { carriedOver: 'waiting' },
  undo: { done: 'serving', noShow: 'called', waiting: 'serving' },
  correctClass: { waiting: 'waiting', called: 'called', serving: 'serving', parked: 'parked' },
};

const atDesk = (at: AtCounter): AtCounter => ({ ...at, token: { ...at.token, stageId: 'desk' } });

const tokenOf = (decision: Decision<AtCounter>): Decision<Token> =>
  decision.ok ? { ok: true, value: decision.value.token } : decision;

const DO: Readonly<Record<Exclude<Verb, 'issue'>, (at: AtCounter) => Decision<Token>>> = {
  call: (at) => tokenOf(call(at, NOW)),
  jump: (at) => tokenOf(jump(at, 'urgent', NOW)),
  recall: (at) => tokenOf(recall(at, NOW)),
  start: (at) => tokenOf(start(at, NOW)),
  finish: (at) => tokenOf(finish(at, WAY, NOW)),
  skipStage: (at) => tokenOf(skipStage(at, WAY, NOW)),
  sendBack: (at) => tokenOf(sendBack(atDesk(at), { stageId: 'check', reason: 'photograph' }, WAY, NOW)),
  endVisit: (at) => tokenOf(endVisit(at, 'came for nothing', WAY, NOW)),
  transfer: (at) => tokenOf(transferToService(at, fine, [], NOW)),
  park: (at) => tokenOf(park(at, null)),
  postpone: ({ token }) => postpone(token, NOW),
  comeBack: ({ token }) => comeBack({ ...token, awaySince: 50_000 }, NOW),
  resume: (at) => tokenOf(resume(at, NOW)),
  requeue: (at) => tokenOf(requeue(at, true, NOW)),
  markNoShow: (at) => tokenOf(markNoShow(at, NOW)),
  leave: (at) => tokenOf(leave(at, NOW)),
  carryOver: ({ token }) => carryOver(token, NOW),
  checkIn: ({ token }) => checkInAgain(token, NOW),
  undo: (at) => tokenOf(undo(at, NOW)),
  correctClass: ({ token }) => correctClass(token, 30 * 60_000, []),
};

const verbs = Object.keys(RULED) as Exclude<Verb, 'issue'>[];

const cases = verbs.flatMap((verb) => TOKEN_STATES.map((state) => ({ verb, state, to: RULED[verb][state] })));
const legal = cases.filter((one) => one.to !== undefined);
const illegal = cases.filter((one) => one.to === undefined);
const AT_COUNTER = {
  call,
  recall,
  start,
  finish: (at: AtCounter) => finish(at, WAY, NOW),
  markNoShow,
  leave,
  undo,
} as const;

describe('the table of verbs', () => {
  it.each(legal)('$verb leads a $state token to $to', ({ verb, state, to }) => {
    expect(DO[verb](heldToken(state, NOW.queueAt))).toMatchObject({ ok: true, value: { state: to } });
  });

  it.each(illegal)('$verb of a $state token is refused', ({ verb, state }) => {
    expect(DO[verb](heldToken(state, NOW.queueAt))).toMatchObject({ ok: false });
  });

  it('names in code the same moves as the design', () => {
    for (const verb of verbs) expect([...VERBS[verb].from].toSorted()).toEqual(Object.keys(RULED[verb]).toSorted());
  });

  it.each(Object.entries(AT_COUNTER))('%s leaves a counter with the open token or with empty hands', (_, run) => {
    const after = TOKEN_STATES.flatMap((state) => {
      const decision = run(heldToken(state, NOW.queueAt), NOW);
      return decision.ok ? [decision.value] : [];
    });
    expect(after.length).toBeGreaterThan(0);
    for (const { token, counter } of after) {
      const isOpen = token.state === 'called' || token.state === 'serving';
      expect(counter.tokenId).toBe(isOpen ? token.id : null);
    }
  });
});
