import { expect, it } from 'vitest';
import { firstVisitStages } from '../../../src/domain/journeys/journey.ts';

const stage = (id: string, place: 'kiosk' | 'counter' | 'backOffice' | 'citizen') => ({ id, place });
const COUNTERS = [stage('arrival', 'kiosk'), stage('check', 'counter'), stage('fee', 'counter')];

it('ends the first visit where the back office takes over, and counts nothing of the second', () => {
  const journey = [
    ...COUNTERS,
    stage('approval', 'backOffice'),
    stage('ready', 'citizen'),
    stage('delivery', 'counter'),
  ];
  expect(firstVisitStages(journey).map(({ id }) => id)).toEqual(['check', 'fee']);
});

it('is the whole journey where nothing waits behind the counters', () => {
  expect(firstVisitStages(COUNTERS).map(({ id }) => id)).toEqual(['check', 'fee']);
});
