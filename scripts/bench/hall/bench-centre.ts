import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALWAYS_OPEN } from '../../../src/domain/calendar/opening-hours.ts';
import type { Centre } from '../../../src/domain/centre.ts';
import { readCentreFile } from '../../../src/protocol/set-up/read-centre-file.ts';

/** Every process of a bench is started in the project's folder; the hub's own file is a bundle elsewhere. */
export const ROOT = process.cwd();
/** Preloaded, it makes every sync take 8 ms more. */
export const SLOW_SYNC = join(ROOT, 'scripts/bench/floors/slow-sync.c');
/** More than the largest centre has. */
export const COUNTERS = 50;

/** What counters serve, in turn; nobody is asked for a card for the first service of these. */
const PROFILES = [
  ['residence', 'domicile'],
  ['family', 'birth'],
  ['cash', 'traffic-fine'],
  ['token-tax', 'token-tax'],
] as const;
const servedAt = (counterId: number) => PROFILES[counterId % PROFILES.length] ?? PROFILES[0];

/** A service that a counter serves. */
export const serviceAt = (counterId: number): string => servedAt(counterId)[1];

/** The centre that ships, with fifty counters, open at every hour. */
export function benchCentre(): Centre {
  const read = readCentreFile(readFileSync(join(ROOT, 'centres/lahore.yaml'), 'utf8'));
  if (!read.ok) throw new Error(`centres/lahore.yaml: ${JSON.stringify(read.faults)}`);
  const { centre } = read;
  const [first] = centre.counters;
  if (!first) throw new Error('The centre that ships has no counters.');
  const counters = Array.from({ length: COUNTERS }, (_, i) => ({
    ...(centre.counters[i % centre.counters.length] ?? first),
    id: i + 1,
    profileId: servedAt(i + 1)[0],
  }));
  return { ...centre, counters, hours: ALWAYS_OPEN, holidays: [] };
}
