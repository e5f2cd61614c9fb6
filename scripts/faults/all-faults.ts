import type { Fault } from './fault.ts';
import { clock } from './parts/clock.ts';
import { damaged } from './parts/damaged.ts';
import { full } from './parts/full.ts';
import { kill } from './parts/kill.ts';
import { malformed } from './parts/malformed.ts';
import { paused } from './parts/paused.ts';
import { power } from './parts/power.ts';
import { races } from './parts/races.ts';

/** Every fault that can be tried by itself, in the order of the table. */
export const FAULTS: readonly Fault[] = [kill, power, paused, races, full, clock, damaged, malformed];
