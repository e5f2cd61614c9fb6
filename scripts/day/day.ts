import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Centre } from '../../src/domain/centre.ts';
import { instantOf, localTime } from '../../src/domain/calendar/civil-date.ts';
import { type Cast, castOf } from './cast.ts';
import { type DayClock, joinClock } from './day-clock.ts';
import { dropBookings, planBookings } from './day-bookings.ts';
import { bookingsFolder, loadCentre, startDemoHub } from './demo-hub.ts';
import { openingOf, planArrivals } from './day-plan.ts';
import { type DayOptions, HELP, readDayOptions } from './options.ts';
import { progressLine } from './progress.ts';
import { randomFrom } from '../../src/domain/random.ts';
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

/** That time of the centre's day. */
const instantAt = (centre: Centre, at: number, minute: number): number =>
  instantOf(localTime(at, centre.timeZone).date, minute, centre.timeZone);

interface Stage {
  readonly url: string;
  /** Where its appointments are dropped; null when the hub was started elsewhere. */
  readonly bookings: string | null;
  /** The store to check at the end; null when the hub was started elsewhere. */
  readonly file: string | null;
  close(): Promise<void>;
}

/** The hub that the day is played on: one of its own with a fresh store, or one that runs already. */
async function stageOf(options: DayOptions, startsAt: number): Promise<Stage> {
  if (options.hub) return { url: options.hub, bookings: null, file: null, close: async () => undefined };
  const data = resolve(options.data ?? mkdtempSync(join(tmpdir(), 'markaz-day-')));
  const hub = await startDemoHub(options, data, startsAt);
  return { url: hub.url, bookings: bookingsFolder(data), file: join(data, 'markaz.db'), close: hub.stop };
}

async function run(options: DayOptions): Promise<number> {
  const centre = loadCentre();
  const { opensAt } = openingOf(centre, Date.now());
  const stage = await stageOf(options, opensAt - 5 * MINUTE);
  const clock = await joinClock(stage.url, options.rate);
  const startsAt = Math.max(opensAt, clock.at() + MINUTE);
  const booked = stage.bookings ? Math.round((options.tokens * options.bookedPercent) / 100) : 0;
  const wanted = { centre, url: stage.url, opensAt: startsAt };
  const bookings = await planBookings(wanted, booked, randomFrom(options.seed + 7));
  if (stage.bookings) await dropBookings(stage.bookings, bookings);
  const walkIns = planArrivals(centre, startsAt, options.tokens - booked, randomFrom(options.seed));
  const comers = bookings.map((one) => one.arrival).filter((one) => one.at < Number.POSITIVE_INFINITY);
  const arrivals = [...walkIns, ...comers].toSorted((a, b) => a.at - b.at);
  const { untilMinute, seed } = options;
  const endAt = untilMinute === null ? startsAt + LATEST_MS : instantAt(centre, startsAt, untilMinute);
  const cast = await castOf({ centre, url: stage.url, arrivals, seed, opensAt: startsAt });
  await play(cast, clock, startsAt, arrivals.at(-1)?.at ?? startsAt, endAt);
  process.stdout.write('\n');
  if (options.stay) {
    const isOver = once(process, 'SIGINT');
    console.log('The hall stays as it is until Ctrl-C.');
    await isOver;
  }
  const reports = await cast.end();
  clock.close();
  await stage.close();
  const verdict = verdictOf(stage.file, centre, reports);
  printSummary(verdict);
  if (stage.file && !options.data) rmSync(dirname(stage.file), { recursive: true, force: true });
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
