import { localTime } from '../domain/calendar/civil-date.ts';
import { isWithin } from './night-span.ts';
import { useHub, useHubTime } from '../renderer/use-hub.ts';

/** Whether the board is dim now. */
export function useNight(): boolean {
  const { centre, board } = useHub().views;
  const { at } = useHubTime();
  if (!board?.night || at === 0) return false;
  return isWithin(Math.floor(localTime(at, centre?.timeZone ?? 'UTC').msOfDay / 60_000), board.night);
}
