import type { Fault } from './fault.ts';
import { clock } from './parts/clock.ts';
import { damaged } from './parts/damaged.ts';
import { full } from './parts/full.ts';
import { kill } from './parts/kill.ts';
import { kiosk } from './parts/kiosk.ts';
import { malformed } from './parts/malformed.ts';
import { migration } from './parts/migration.ts';
import { partition } from './parts/partition.ts';
import { paused } from './parts/paused.ts';
import { power } from './parts/power.ts';
import { races } from './parts/races.ts';
import { restores } from './parts/restores.ts';
import { flood } from './parts/flood.ts';
import { hostile } from './parts/hostile.ts';
import { printer } from './parts/printer.ts';
import { reader } from './parts/reader.ts';
import { slowDisplay } from './parts/slow-display.ts';
import { slowLink } from './parts/slow-link.ts';

/** Every fault that can be tried by itself, in the order of the table. */
export const FAULTS: readonly Fault[] = [
  kill,
  power,
  kiosk,
  partition,
  slowLink,
  slowDisplay,
  paused,
  races,
  full,
  clock,
  damaged,
  migration,
  restores,
  printer,
  reader,
  malformed,
  flood,
  hostile,
];
