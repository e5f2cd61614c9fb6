import { useSyncExternalStore } from 'react';
import type { KeptHeads } from '../../domain/keeping/kept-heads.ts';
import { hearKept, keptHeads } from './keep-witness.ts';

/** What this machine keeps of the hub's log, anew at each pulse; undefined until the hub has spoken. */
export const useKeptHeads = (): KeptHeads | undefined => useSyncExternalStore(hearKept, keptHeads);
