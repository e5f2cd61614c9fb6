import { describe, expect, it } from 'vitest';
import { FIRST_PAGE, pageBefore } from '../../../src/kiosk/kiosk-page.ts';
import { NO_VISIT, withoutLast, withoutService, withService } from '../../../src/kiosk/visit/visit.ts';
import { identityOf, papersOf, stagesOfVisit } from '../../../src/kiosk/visit/visit-stages.ts';

const stage = (id: string, place: 'kiosk' | 'counter' | 'backOffice' | 'citizen') => ({
  id,
  place,
  isOptional: false,
  checks: [],
  counters: [],
});
const paper = (en: string) => ({ en, ur: 'کاغذ' });
const one = { ...withService(NO_VISIT, 'domicile', 'identity'), classes: ['elder'], cnic: '3520212345671' };
const two = withService(one, 'fine', 'payments');

describe('a visit', () => {
  it('goes back service by service, and leaves nothing when the last is gone', () => {
    expect(pageBefore({ name: 'confirm', visit: two })).toEqual({ name: 'services', groupId: 'payments', visit: one });
    expect(pageBefore({ name: 'confirm', visit: one })).toEqual({
      name: 'services',
      groupId: 'identity',
      visit: NO_VISIT,
    });
    expect(withoutLast(one)).toEqual(NO_VISIT);
    expect(withoutService(two, 'domicile').services).toEqual([{ id: 'fine', groupId: 'payments' }]);
  });

  it('is kept on the way to another service, and the first page has no way back', () => {
    expect(pageBefore({ name: 'services', groupId: 'payments', visit: one })).toEqual({ name: 'groups', visit: one });
    expect(pageBefore({ name: 'groups', visit: one })).toEqual({ name: 'confirm', visit: one });
    expect(pageBefore(FIRST_PAGE)).toBeUndefined();
  });

  it('shows the counters of today: those after the back office are for another day', () => {
    const journey = [
      stage('arrival', 'kiosk'),
      stage('check', 'counter'),
      stage('filing', 'counter'),
      stage('approval', 'backOffice'),
      stage('ready', 'citizen'),
      stage('delivery', 'counter'),
    ];
    expect(stagesOfVisit({ journey })).toEqual(['check', 'filing']);
    expect(stagesOfVisit({ journey: journey.slice(0, 2) })).toEqual(['check']);
  });

  it('names every paper once, and asks for the CNIC if one of its services does', () => {
    const papers = papersOf([{ papers: [paper('CNIC'), paper('Photo')] }, { papers: [paper('CNIC')] }]);
    expect(papers.map(({ en }) => en)).toEqual(['CNIC', 'Photo']);
    expect(identityOf([{ identity: 'none' }, { identity: 'required' }, { identity: 'optional' }])).toBe('required');
    expect(identityOf([{ identity: 'none' }, { identity: 'optional' }])).toBe('optional');
    expect(identityOf([{ identity: 'none' }])).toBe('none');
  });
});
