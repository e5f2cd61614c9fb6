import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Cast, castOf } from './cast.ts';
import { type DayClock, joinClock } from './day-clock.ts';
import { loadCentre, startDemoHub } from './demo-hub.ts';
import { openingOf, planArrivals } from './day-plan.ts';
import { type DayOptions, HELP, readDayOptions } from './options.ts';
import { progressLine } from './progress.ts';
import { randomFrom } from './random.ts';
import { printSummary, verdictOf } from './verdict.ts';

const MINUTE = 60_000;
/** The hall closes for good this long after the doors did. */
const LATEST_MS = 16 * 60 * MINUTE;

/** Plays the day to its end: everybody who came is served, or the clock has reached `endAt`. */
async function play(cast: Cast, clock: DayClock, opensAt: number, lastArrivalAt: number, endAt: number): Promise<void> {
  let isClosing = false;
  let at = clock.at();
  while (at < endAt) {
    const nextAt = cast.nextAt();
    if (nextAt === null) return;
    at = await clock.reach(Math.min(nextAt, endAt));
    await cast.tick(at);
    progressLine(cast.progress(at, opensAt));
    if (!isClosing && at > lastArrivalAt) {
      isClosing = true;
      cast.closing();
    }
  }
}

async function run(options: DayOptions): Promise<number> {
  const centre = loadCentre();
  const { opensAt } = openingOf(centre, Date.now());
  const data = resolve(options.data ?? mkdtempSync(join(tmpdir(), 'markaz-day-')));
  const hub = options.hub ? undefined : await startDemoHub(options, data, opensAt - 5 * MINUTE);
  const url = options.hub ?? hub?.url ?? '';
  const clock = await joinClock(url, options.rate);
  const startsAt = Math.max(opensAt, clock.at() + MINUTE);
  const arrivals = planArrivals(centre, startsAt, options.tokens, randomFrom(options.seed));
  const endAt = options.untilMinute === null ? startsAt + LATEST_MS : startsAt + (options.untilMinute - 480) * MINUTE;
  const cast = await castOf({ centre, url, arrivals, seed: options.seed, opensAt: startsAt });
  await play(cast, clock, startsAt, arrivals.at(-1)?.at ?? startsAt, endAt);
  process.stdout.write('\n');
  if (options.stay) await new Promise((done) => process.once('SIGINT', done));
  const reports = await cast.end();
  clock.close();
  await hub?.stop();
  const verdict = verdictOf(hub ? join(data, 'markaz.db') : null, centre, reports);
  printSummary(verdict);
  if (!options.data && hub) rmSync(data, { recursive: true, force: true });
  return verdict.faults.length === 0 ? 0 : 1;
}

const request = readDayOptions(process.argv.slice(2));
if (request.kind === 'help') console.log(HELP);
else if (request.kind === 'wrong') {
  console.error(`${request.line} See --help.`);
  process.exit(2);
} else {
  process.exitCode = await run(request.options).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return 2;
  });
  process.exit();
}
