import { expect, it } from 'vitest';
import { connectedPlaces } from '../../../src/hub/wall/places.ts';
import { screensInService } from '../../../src/hub/wall/screens-in-service.ts';

const MINUTE = 60_000;

it('misses a screen that was there for ten minutes, until the day is over, and none that was only looked at', () => {
  const screens = screensInService();
  const inService = (places: string[], minute: number, day = '2026-11-23') => [
    ...screens.note(places, day, minute * MINUTE),
  ];
  expect(inService(['kiosk:1'], 0)).toEqual([]);
  expect(inService(['kiosk:1', 'board:hall-1:'], 9)).toEqual([]);
  expect(inService([], 10)).toEqual([]);
  expect(inService(['kiosk:1'], 11)).toEqual([]);
  expect(inService(['kiosk:1'], 21)).toEqual(['kiosk:1']);
  expect(inService([], 300)).toEqual(['kiosk:1']);
  expect(inService([], 301, '2026-11-24')).toEqual([]);
});

it('knows where a screen stands, and takes no sign-in page for a board', () => {
  const places = connectedPlaces([
    { name: 'centre' },
    { name: 'wall' },
    { name: 'kiosk', kioskId: 2 },
    { name: 'counter', counterId: 7 },
    { name: 'counterDisplay', counterId: 8 },
    { name: 'board', hallId: 'hall-1', boardId: 'entrance' },
    { name: 'board', hallId: null, boardId: null },
  ]);
  expect([...places]).toEqual(['kiosk:2', 'counter:7', 'board:hall-1:entrance']);
});
