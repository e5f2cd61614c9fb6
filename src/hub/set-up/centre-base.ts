import { createHash } from 'node:crypto';
import type { Centre } from '../../domain/centre.ts';

/** Names a centre as it is set up: a change made on another one is a change of something that is no longer there. */
export const centreBase = (centre: Centre): string => createHash('sha256').update(JSON.stringify(centre)).digest('hex');
