// The hub of the soak in a process of its own, under a clock that runs fast and is turned on over the night: `soak-hub.ts
// FOLDER PORT RATE START_AT COUNTERS KIOSKS`.
import Database from 'better-sqlite3';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { startHub } from '../../src/hub/hub.ts';
import { demoClock } from '../../src/hub/time/clock.ts';
import { lastMomentOf } from '../../src/hub/time/last-moment.ts';
import { answerParent } from '../bench/worker-process.ts';
import { pairedHub } from '../paired/hub-options.ts';
import { soakCentre } from './soak-centre.ts';
import type { HubFigures } from './soak-figures.ts';

const [folder = '', port = '0', rate = '1', startAt = '0', counters = '1', kiosks = '1'] = process.argv.slice(2);
const clock = demoClock(Math.max(Number(startAt), lastMomentOf(folder)?.at ?? 0), Number(rate));
const centre = soakCentre(Number(counters), Number(kiosks));
const hub = await startHub(pairedHub({ centre, folder, lan: null, clock, port: Number(port) }));

const storeFile = join(folder, 'markaz.db');
const PAGE_BYTES = 4_096;

function bytesAhead(): number {
  const db = new Database(storeFile);
  const [pages] = db.pragma('wal_checkpoint(NOOP)') as [{ readonly log: number; readonly checkpointed: number }];
  db.close();
  return (pages.log - pages.checkpointed) * PAGE_BYTES;
}

function figures(): HubFigures {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return {
    rss,
    heapUsed,
    handles: process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0,
    logAheadBytes: bytesAhead(),
    storeBytes: statSync(storeFile).size,
    at: clock.at(),
  };
}

answerParent<{ readonly turnTo: number } | 'figures'>((asked) => {
  if (asked === 'figures') return figures();
  clock.turnTo(asked.turnTo);
  return null;
});
process.send?.({ url: hub.url, port: hub.port });
