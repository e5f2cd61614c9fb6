import { join } from 'node:path';
import Database from 'better-sqlite3';
import { checkCentre } from '../../../tests/faults/checker/check-centre.ts';
import type { Acknowledged } from '../../../tests/faults/checker/evidence.ts';
import { type Fault, trialOf } from '../fault.ts';
import { end, evidenceOf, startHub } from '../hub-under-load.ts';
import { racingScreens } from '../racing-screens.ts';

const RACES = 60;

/** Screens that all do the same thing in the same moment, over real sockets. Gives what they were answered. */
async function race(folder: string, races: number, seed: number): Promise<readonly Acknowledged[]> {
  const hub = await startHub(folder);
  const screens = await racingScreens(hub.url);
  for (let i = 0; i < races; i += 1) await screens.race(seed + i);
  const acknowledged = screens.close();
  await end(hub.child, 'SIGTERM');
  return acknowledged;
}

/** Double taps, double Next, two counters that take the same citizen. */
export const races: Fault = {
  name: 'races',
  what: 'double tap, double Next, 48 consoles at once, an id sent twice; a case is a command that raced',
  rounds: { short: 1, long: 20 },
  async trial(round, folder) {
    const acknowledged = await race(folder, RACES, round * 1_000);
    return trialOf(checkCentre(evidenceOf(folder, { acknowledged }), false), { cases: acknowledged.length });
  },
  finds: 'I1',
  // A number that is given twice, as a count of rows gives it.
  async control(folder) {
    const acknowledged = await race(folder, 20, 1);
    const db = new Database(join(folder, 'markaz.db'));
    db.exec(`UPDATE event SET payload = json_set(payload, '$.tokens[0].number', 1) WHERE kind = 'issue' AND seq > 20`);
    db.close();
    return trialOf(checkCentre(evidenceOf(folder, { acknowledged }), false));
  },
};
