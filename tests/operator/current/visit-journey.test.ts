import { describe, expect, it } from 'vitest';
import type { CentreView, CounterView } from '../../../src/protocol/views/views.ts';
import { lastReturn, visitJourney } from '../../../src/operator/current/visit-journey.ts';

type Stage = CentreView['services'][number]['journey'][number];
type Step = NonNullable<CounterView['current']>['steps'][number];

const at =
  (place: Stage['place']) =>
  (id: string): Stage => ({ id, place, isOptional: false, checks: [], counters: [] });
const desk = at('counter');
const JOURNEY = [
  at('kiosk')('arrival'),
  ...['check', 'filing', 'photo', 'fee'].map(desk),
  at('backOffice')('approval'),
  desk('delivery'),
];
const step = (stageId: string, end: Step['end'], reason: string | null = null): Step => ({
  stageId,
  end,
  reason,
  enteredAt: 1,
  endedAt: end === null ? null : 2,
});

const shown = (stageId: string, steps: Step[] = [], journey = JOURNEY) => {
  const { before, stages, after } = visitJourney(journey, { stageId, steps });
  return `${before} ${stages.map(({ id, state }) => `${id}:${state}`).join(' ')} ${after}`;
};

describe('the journey of a visit', () => {
  it('has the counter stages up to where the application goes on without its citizen', () => {
    const steps = [step('arrival', 'done'), step('check', 'done'), step('filing', null)];
    expect(shown('filing', steps)).toBe('0 check:done filing:now photo:toCome fee:toCome 0');
  });

  it('says what was left out', () => {
    expect(shown('fee', [step('photo', 'skipped'), step('fee', null)])).toBe(
      '0 check:done filing:done photo:skipped fee:now 0',
    );
  });

  it('has one stage alone when the citizen comes for what is ready', () => {
    expect(shown('delivery')).toBe('0 delivery:now 0');
  });

  it('walks again through what lies behind a return, and keeps its reason', () => {
    const steps = [step('check', 'done'), step('filing', 'sentBack', 'photograph missing'), step('check', null)];
    expect(shown('check', steps)).toBe('0 check:now filing:toCome photo:toCome fee:toCome 0');
    expect(lastReturn({ steps })).toEqual({ stageId: 'filing', reason: 'photograph missing' });
    expect(lastReturn({ steps: [] })).toBeUndefined();
  });

  it('shows the six stages around now of a long one, and counts the others', () => {
    const long = 'abcdefghijk'.split('').map(desk);
    expect(shown('a', [], long)).toMatch(/^0 a:now .* f:toCome 5$/);
    expect(shown('f', [], long)).toMatch(/^2 c:done .* f:now .* h:toCome 3$/);
    expect(shown('k', [], long)).toMatch(/^5 f:done .* k:now 0$/);
  });

  it('is empty for a stage that the journey does not know', () => {
    expect(shown('gone')).toBe('0  0');
  });
});
