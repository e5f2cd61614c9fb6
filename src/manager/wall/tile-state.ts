import type { WallView } from '../../protocol/wall/wall-view.ts';

type Counter = WallView['counters'][number];

/** What a tile says first: what is wrong before what is usual. */
export type TileState = 'lost' | 'idle' | 'called' | 'serving' | 'free' | 'break' | 'closed';

export function tileState({ status, state, idleSinceAt, isConnected }: Counter): TileState {
  if (status === 'closed') return 'closed';
  if (!isConnected) return 'lost';
  if (state !== null) return state;
  if (status === 'onBreak') return 'break';
  return idleSinceAt === null ? 'free' : 'idle';
}

/** Somebody is served for more than twice as long as usual. */
const LONG = 2;

/** How much of the usual time a service has taken: a share up to 1, and whether it takes very long. */
export function usedUp({ state, sinceAt, usualMs }: Counter, at: number): { share: number; isLong: boolean } {
  if (state !== 'serving' || sinceAt === null || !usualMs) return { share: 0, isLong: false };
  const share = Math.max(0, at - sinceAt) / usualMs;
  return { share: Math.min(1, share), isLong: share > LONG };
}
