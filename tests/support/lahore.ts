import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Centre } from '../../src/domain/centre.ts';
import { ALWAYS_OPEN } from '../../src/domain/calendar/opening-hours.ts';
import { readCentreFile } from '../../src/protocol/set-up/read-centre-file.ts';
import { ROOT } from './folder.ts';

/** The centre that ships, open at every hour. */
export function lahore(): Centre {
  const read = readCentreFile(readFileSync(join(ROOT, 'centres/lahore.yaml'), 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return { ...read.centre, hours: ALWAYS_OPEN, holidays: [] };
}
