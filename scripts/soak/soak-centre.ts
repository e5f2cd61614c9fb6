import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALWAYS_OPEN } from '../../src/domain/calendar/opening-hours.ts';
import type { Centre } from '../../src/domain/centre.ts';
import { readCentreFile } from '../../src/protocol/set-up/read-centre-file.ts';

/** The hall of the faults with so many counters and kiosks, open on every day. */
export function soakCentre(counters: number, kiosks: number): Centre {
  const read = readCentreFile(readFileSync(join(import.meta.dirname, '../faults/centre.yaml'), 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const { centre } = read;
  const [counter, kiosk] = [centre.counters[0], centre.kiosks[0]];
  if (!counter || !kiosk) throw new Error('The hall of the faults is empty.');
  return {
    ...centre,
    hours: ALWAYS_OPEN,
    holidays: [],
    counters: Array.from({ length: counters }, (_, i) => ({ ...counter, id: i + 1 })),
    kiosks: Array.from({ length: kiosks }, (_, i) => ({ ...kiosk, id: i + 1 })),
  };
}
