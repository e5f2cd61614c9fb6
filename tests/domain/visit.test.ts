import { describe, expect, it } from 'vitest';
import { levelsOf } from '../../src/domain/centre.ts';
import { closesBefore, issue, leastWaitFirst } from '../../src/domain/verbs/issue.ts';
import { endVisit, finish, sendBack } from '../../src/domain/verbs/serving.ts';
import { enterPaper } from '../../src/domain/verbs/enter-paper.ts';
import { JOURNEY_CENTRE } from '../support/journey-centre.ts';
import { counterWith, issueFactsWith, tokenWith } from '../support/rows.ts';

const MINUTE = 60_000;
const NOW = { at: Date.parse('2026-11-23T10:00:00+05:00'), queueAt: 900_000 };
const range = (minutes: number) => ({ p50Ms: minutes * MINUTE, p90Ms: 2 * minutes * MINUTE });
const WAY = { centre: JOURNEY_CENTRE, actor: 'Ali', waitFor: () => null };
const wish = (...serviceIds: string[]) => ({ serviceIds, classes: [], language: 'ur' as const });

describe('counters', () => {
  it('do every stage of the services that they list, and those that are given to their profile by name', () => {
    expect(levelsOf(JOURNEY_CENTRE, 1)).toEqual([
      ['domicile/check', 'domicile/filing', 'domicile/photo', 'domicile/delivery'],
      ['fine/desk'],
    ]);
    expect(levelsOf(JOURNEY_CENTRE, 3)).toEqual([['fine/desk', 'domicile/fee']]);
    expect(levelsOf(JOURNEY_CENTRE, 99)).toEqual([]);
  });
});

describe('a visit', () => {
  it('begins with the service that waits least, and goes on with the one that waits least then', () => {
    const waits = new Map([
      ['domicile', range(30)],
      ['fine', range(5)],
    ]);
    expect(leastWaitFirst(['domicile', 'fine', 'other'], (id) => waits.get(id) ?? null)).toEqual([
      'fine',
      'domicile',
      'other',
    ]);
    const facts = issueFactsWith({ waitFor: (id) => waits.get(id) ?? null });
    const issued = issue(JOURNEY_CENTRE, wish('domicile', 'fine'), facts, NOW);
    expect(issued.ok && issued.value).toMatchObject({
      series: 'B',
      serviceId: 'fine',
      services: ['fine', 'domicile'],
      nextServices: ['domicile'],
      forecastP50Ms: 5 * MINUTE,
      forecastP90Ms: 10 * MINUTE,
    });
  });

  it('with one service that cannot be had gives no token at all', () => {
    expect(issue(JOURNEY_CENTRE, wish('domicile', 'shut'), issueFactsWith(), NOW)).toMatchObject({
      ok: false,
      error: { code: 'serviceClosed' },
    });
  });

  it('keeps no forecast that names no wait', () => {
    const endless = issueFactsWith({ waitFor: () => ({ p50Ms: Infinity, p90Ms: Infinity }) });
    const issued = issue(JOURNEY_CENTRE, wish('fine'), endless, NOW);
    expect(issued.ok && issued.value).toMatchObject({ forecastP50Ms: null, forecastP90Ms: null });
  });

  it('is over after the last counter stage before the back office', () => {
    const at = {
      token: tokenWith({ state: 'serving', counterId: 3, stageId: 'fee' }),
      counter: counterWith({ id: 3, tokenId: 1 }),
    };
    expect(finish(at, WAY, NOW)).toMatchObject({ ok: true, value: { token: { state: 'done' } } });
  });

  it('waits at a next stage from then on, with that stage’s promise for its classes, bound to nobody', () => {
    const token = tokenWith({ state: 'serving', counterId: 1, stageId: 'check', classes: ['elder'], slotAt: 5 });
    const moved = finish({ token, counter: counterWith({ tokenId: 1 }) }, WAY, NOW);
    expect(moved.ok && moved.value.token).toMatchObject({
      stageId: 'filing',
      state: 'waiting',
      waitingSince: NOW.queueAt,
      targetMs: 7.5 * MINUTE,
      slotAt: null,
      counterId: null,
      boundCounterId: null,
    });
  });

  it('that is ended at once has no next service, and a stage that is sent back needs a reason', () => {
    const token = tokenWith({ state: 'serving', counterId: 1, stageId: 'filing', nextServices: ['fine'] });
    const at = { token, counter: counterWith({ tokenId: 1 }) };
    expect(endVisit(at, 'wrong office', WAY, NOW)).toMatchObject({ ok: true, value: { token: { state: 'done' } } });
    expect(endVisit(at, ' ', WAY, NOW)).toMatchObject({ error: { code: 'reasonMissing' } });
    expect(sendBack(at, { stageId: 'check', reason: '' }, WAY, NOW)).toMatchObject({
      error: { code: 'reasonMissing' },
    });
  });
});

describe('closing', () => {
  it('stops a service when half of those who came now would still wait', () => {
    expect(closesBefore(range(31), 30 * MINUTE)).toBe(true);
    expect(closesBefore(range(30), 30 * MINUTE)).toBe(false);
    expect(closesBefore(null, 0)).toBe(false);
    expect(closesBefore(range(9999), null)).toBe(false);
  });
});

describe('a paper token', () => {
  it('has its own series and number, and waits since its citizen came', () => {
    const entry = { number: 12, serviceId: 'fine', classes: ['elder'], cameAt: NOW.at - 20 * MINUTE };
    const draw = () => {
      throw new Error('A number was drawn for a token that has one.');
    };
    const entered = enterPaper(JOURNEY_CENTRE, entry, { ...issueFactsWith({ draw }), isUsed: () => false }, NOW);
    expect(entered.ok && entered.value).toMatchObject({
      series: 'Z',
      number: 12,
      waitingSince: NOW.queueAt - 20 * MINUTE,
      issuedAt: NOW.at - 20 * MINUTE,
      targetMs: 5 * MINUTE,
    });
  });
});
