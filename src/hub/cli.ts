import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ALWAYS_OPEN } from '../domain/calendar/opening-hours.ts';
import type { Centre } from '../domain/centre.ts';
import { readCentreFile } from '../protocol/set-up/read-centre-file.ts';
import { StoreRefusal } from '../store/store-refusal.ts';
import { announceHub } from './announce.ts';
import { readSecret } from './appointment-feeds/read-secret.ts';
import { type CliOptions, HELP, readCommandLine } from './cli-options.ts';
import { type Clock, demoClock, realClock } from './time/clock.ts';
import type { FeedOptions } from './feeds.ts';
import { lastMomentOf } from './time/last-moment.ts';
import type { Hub } from './hub.ts';
import type { HubOptions } from './hub-parts.ts';
import { keepHub } from './keeping/keep-hub.ts';
import { screenAddresses } from './screen-addresses.ts';
import { fileOfCentre } from '../protocol/set-up/file-of-centre.ts';
import { centreOfFile } from '../protocol/set-up/centre-of-file.ts';
import { startFirstRun } from './first-run/first-run.ts';
import { assertWritable } from './first-run/writable.ts';
import { endOther } from './standby/end-other.ts';
import { leadsAlready, runStandby } from './standby/run-standby.ts';

const ROOT = resolve(import.meta.dirname, '../..'); // The same two steps up from src/hub and from the bundle in out/main.

function stop(line: string): never {
  console.error(line);
  process.exit(2);
}

const DEMO_CENTRE = 'centres/lahore.yaml';

/** The centre of a file; in a demo hall it is open at every hour. */
function readCentre(file: string, isOpenAlways: boolean): Centre {
  let text: string;
  try {
    text = readFileSync(resolve(ROOT, file), 'utf8');
  } catch {
    return stop(`The centre file ${file} cannot be read.`);
  }
  const read = readCentreFile(text);
  if (!read.ok) {
    const lines = read.faults.map((fault) => `  line ${fault.line}: ${fault.message}`);
    return stop(`The centre file ${file} has faults:\n${lines.join('\n')}`);
  }
  return isOpenAlways ? { ...read.centre, hours: ALWAYS_OPEN, holidays: [] } : read.centre;
}

const demoCentre = ({ clockRate }: CliOptions): Centre => readCentre(DEMO_CENTRE, clockRate === null);

type Start = Pick<CliOptions, 'isDemo' | 'port'> & { readonly centre: Centre | null };

/** Lets somebody set the centre up on this machine, and says what they decided. */
async function setUpFirst(options: CliOptions): Promise<Start> {
  assertWritable(options.data);
  const example = fileOfCentre(readCentre(DEMO_CENTRE, false));
  const firstRun = await startFirstRun({ port: options.port, screens: join(ROOT, 'out/web'), example });
  const end = () => void firstRun.close().then(() => process.exit(0));
  const ends = ['SIGINT', 'SIGTERM', 'disconnect'] as const;
  for (const signal of ends) process.once(signal, end);
  console.log(`No centre is set up in ${options.data} yet. Open ${firstRun.url}/first-run/ on this machine.`);
  tellParent({ kind: 'ready', url: firstRun.url, citizenPort: 0 });
  const decided = await firstRun.decided;
  for (const signal of ends) process.off(signal, end);
  return decided.kind === 'demo'
    ? { centre: demoCentre(options), isDemo: true, port: firstRun.port }
    : { centre: centreOfFile(decided.file), isDemo: false, port: firstRun.port };
}

/** What the hub starts with: the file that is named, the demo's, what the data folder holds, else what is set up now. */
async function startOf(options: CliOptions): Promise<Start> {
  const { centre, isDemo, clockRate, port, data } = options;
  if (centre !== null) return { centre: readCentre(centre, isDemo && clockRate === null), isDemo, port };
  if (isDemo) return { centre: demoCentre(options), isDemo, port };
  if (existsSync(join(data, 'markaz.db'))) return { centre: null, isDemo, port };
  return setUpFirst(options);
}

function clockOf(options: CliOptions): Clock {
  if (options.clockRate === null) return realClock;
  const startAt = Math.max(options.clockAt ?? Date.now(), lastMomentOf(options.data)?.at ?? 0);
  return demoClock(startAt, options.clockRate);
}

function secretOf(name: string): string | null {
  const read = readSecret(name, process.env);
  return read.ok ? read.secret : stop(read.line);
}

/** The ways in which bookings come, with the keys that they need from the environment. */
function feedsOf({ feedUrl, feedPollMs, feedCsv, isPushOn }: CliOptions): FeedOptions {
  const pushSecret = isPushOn ? secretOf('MARKAZ_PUSH_SECRET') : null;
  if (isPushOn && pushSecret === null) stop('--feed-push needs MARKAZ_PUSH_SECRET, or MARKAZ_PUSH_SECRET_FILE.');
  return {
    pull: feedUrl === null ? null : { url: feedUrl, key: secretOf('MARKAZ_FEED_KEY'), pollMs: feedPollMs },
    pushSecret,
    csvFolder: feedCsv === null ? null : resolve(feedCsv),
  };
}

/** One line for what people can mend; the whole story for what they cannot. */
function explain(error: unknown, options: CliOptions): string {
  const { code, port = options.port } = error as NodeJS.ErrnoException & { readonly port?: number };
  const option = port === options.port ? '--port' : '--citizen-listen';
  if (error instanceof StoreRefusal) return error.message;
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Stop it, or give another ${option}.`;
  if (code === 'EACCES') return `Port ${port} needs more rights than this user has. Give another ${option}.`;
  return `The hub could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/** What the hub of this command line is started with, over and over. */
function hubOptions(options: CliOptions, centre: Centre | null): HubOptions {
  return {
    centre,
    folder: resolve(options.data),
    migrations: join(ROOT, 'migrations'),
    screens: join(ROOT, 'out/web'),
    readers: options.readers,
    lan: options.lan,
    api: options.api,
    people: options.isDemo ? 'byName' : 'byPin',
    maintenanceCode: secretOf('MARKAZ_MAINTENANCE_CODE'),
    port: options.port,
    clock: clockOf(options),
    printers: options.printers,
    feeds: feedsOf(options),
    citizenPage: join(ROOT, 'out/citizen'),
    citizenHost: options.citizenHost,
    citizenPort: options.citizenPort,
    apiOrigins: options.apiOrigins,
    ...(options.citizenPerAddress === null ? {} : { limits: { connectionsPerAddress: options.citizenPerAddress } }),
    // In a demo the phone is this machine's browser.
    citizenUrl:
      options.citizenUrl ??
      (options.isDemo && options.citizenPort > 0 ? `http://127.0.0.1:${options.citizenPort}` : null),
  };
}

/** Follows another hub until this one is to take its place. */
async function standBy({ data, port, lan }: CliOptions, of: string): Promise<void> {
  const folder = resolve(data);
  mkdirSync(folder, { recursive: true });
  const address = `https://${lan?.host}:${lan?.port}`;
  const places = { migrations: join(ROOT, 'migrations'), screens: join(ROOT, 'out/web') };
  const standby = await runStandby({ of, folder, port, address, ...places });
  const end = () => void standby.close().then(() => process.exit(0));
  const ends = ['SIGINT', 'SIGTERM', 'disconnect'] as const;
  for (const signal of ends) process.once(signal, end);
  console.log(`Standing by for ${of}. How it stands: ${standby.url}/standby/ on this machine.`);
  tellParent({ kind: 'ready', url: standby.url, citizenPort: 0 });
  const { epoch, by } = await standby.tookOver;
  for (const signal of ends) process.off(signal, end);
  console.log(`${by} lets this hub take over: epoch ${epoch} begins.`);
}

async function run(asked: CliOptions): Promise<void> {
  const failed = (error: unknown) => stop(explain(error, asked));
  if (asked.standbyOf !== null && !leadsAlready(resolve(asked.data)))
    await standBy(asked, asked.standbyOf).catch(failed);
  const { centre, ...start } = await startOf(asked).catch(failed);
  const options = { ...asked, ...start };
  const kept = await keepHub(hubOptions(options, centre)).catch(failed);
  const hub = kept.hub();
  const { id, name } = hub.centreNow();
  const addresses = [hub.url, ...(hub.network ? [hub.network.url] : [])];
  const ends = addresses.map((address) => announceHub({ id, name: name.en }, new URL(address)));
  const stopTelling = endOther(resolve(options.data), hub.era);
  const unannounce = () => Promise.allSettled(ends.map((stop) => stop()));
  // Before anybody is told: who hears that it runs may end it at once, and it must end cleanly.
  const end = () => {
    stopTelling();
    void Promise.allSettled([unannounce(), kept.close()]).then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  process.once('disconnect', end);
  greet(hub, options);
  if (!hub.wasCleanStop) console.log('The last run did not end cleanly: the whole event log is being checked.');
}

/** Tells whoever started this process: Node by its channel, Electron by the utility process's port. */
function tellParent(message: { readonly kind: 'ready'; readonly url: string; readonly citizenPort: number }): void {
  const { parentPort } = process as { parentPort?: { postMessage(message: unknown): void } };
  process.send?.(message);
  parentPort?.postMessage(message);
}

function greet(hub: Hub, options: CliOptions): void {
  const centre = hub.centreNow();
  console.log(`${centre.name.en}: the hub listens on ${hub.url}, its data is in ${options.data}.`);
  if (options.isDemo && options.clockRate === null) console.log('Demo hall: open at every hour.');
  if (hub.network) {
    console.log(`Devices pair at ${hub.network.url}; its key as words: ${hub.network.words.join(' ')}.`);
  }
  if (hub.apiUrl) console.log(`Programs ask the public API at ${hub.apiUrl}/api/v1.`);
  for (const [name, url] of screenAddresses(hub.url, centre)) console.log(`  ${name.padEnd(18)} ${url}`);
  tellParent({ kind: 'ready', url: hub.url, citizenPort: hub.citizenPort });
}

const request = readCommandLine(process.argv.slice(2));
if (request.kind === 'help') console.log(HELP);
else if (request.kind === 'wrong') stop(`${request.line} See --help.`);
else await run(request.options);
