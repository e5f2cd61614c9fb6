import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { addDays } from '../../src/domain/calendar/civil-date.ts';
import { randomFrom } from '../../src/domain/random.ts';
import { checkCentre } from '../../tests/faults/checker/check-centre.ts';
import type { Acknowledged, Broken, Display } from '../../tests/faults/checker/evidence.ts';
import { workerProcess } from '../bench/worker-process.ts';
import { pause } from '../faults/hub-under-load.ts';
import { HUB_FLAGS } from '../hub-flags.ts';
import { malformedMessages } from '../faults/malformed/malformed-messages.ts';
import { doorsOf, sendMalformed } from '../faults/malformed/send-malformed.ts';
import { grown, type HubFigures } from './soak-figures.ts';
import type { DayDone, SoakDay } from './soak-screens.ts';

/** How large a soak is. `kills`: the days, from the first on, on which the hub may be killed; after them it is left alive. */
export interface SoakSize extends SoakDay {
  readonly days: number;
  readonly kills: number;
  readonly counters: number;
  readonly kiosks: number;
  readonly boards: number;
}

/** What one day came to. */
export interface DayLine {
  readonly day: number;
  readonly commands: number;
  /** Commands that were done, by name. */
  readonly done: Readonly<Record<string, number>>;
  readonly refused: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
  readonly figures: HubFigures;
}

const FIRST_DAY = '2026-11-23';
const OPENS = 'T08:00:00+05:00';
const TURNED = 'T04:10:00+05:00';
/** Ten hours of a hall pass in the seconds of a day. */
const HOURS = 10;
/** The hub notices a new day with its pulse, and does its nightly work. */
const NIGHT_MS = 5_000;
const FAULTS_A_DAY = 3;
/** The forecast learns from a fortnight: until that is full it grows as it should. */
export const LEARNED_DAYS = 14;
/** Of the tokens of a day; some are parked, or nobody comes. */
const LEAST_SHARE = 0.7;
/** Answers are forgotten after a week: what is older is not looked for. */
const ANSWERS_DAYS = 5;
const FAULTS = ['kill', 'pause', 'cut', 'hang', 'garbage'] as const;
type FaultName = (typeof FAULTS)[number];

const here = (file: string): string => resolve(import.meta.dirname, file);
const momentOf = (day: number, time: string): number => Date.parse(`${addDays(FIRST_DAY, day)}${time}`);

/** The hub, wherever it is started again: always at the same port, in the same folder. */
async function soakHub(folder: string, { seconds, counters, kiosks }: SoakSize) {
  const rate = (HOURS * 3_600) / seconds;
  const data = join(folder, 'data');
  const start = (port: number) =>
    workerProcess<{ readonly url: string; readonly port: number }>(
      here('soak-hub.ts'),
      [data, port, rate, momentOf(0, OPENS), counters, kiosks].map(String),
      {},
      ['--expose-gc', ...HUB_FLAGS],
    );
  let worker = await start(0);
  const { url, port } = worker.ready;
  return {
    url,
    data,
    child: () => worker.child,
    turnTo: (at: number) => worker.ask({ turnTo: at }),
    figures: () => worker.ask<HubFigures>('figures'),
    async kill(): Promise<void> {
      await worker.stop('SIGKILL');
      worker = await start(port);
    },
    stop: () => worker.stop('SIGTERM'),
  };
}

type SoakHub = Awaited<ReturnType<typeof soakHub>>;
type Worker = Awaited<ReturnType<typeof workerProcess>>;

/** Stops a process for a while, as a machine that hangs. */
async function hold({ child }: { readonly child: Worker['child'] }, ms: number): Promise<void> {
  child.kill('SIGSTOP');
  await pause(ms);
  child.kill('SIGCONT');
}

interface Hall {
  readonly hub: SoakHub;
  readonly screens: Worker;
  readonly boards: Worker;
}

const doFault = (
  { hub, screens, boards }: Hall,
  seed: number,
): Readonly<Record<FaultName, () => Promise<unknown>>> => ({
  kill: () => hub.kill(),
  pause: () => hold({ child: hub.child() }, 1_500),
  cut: async () => screens.child.kill('SIGUSR2'),
  hang: () => hold(boards, 6_000),
  garbage: () => sendMalformed(doorsOf(hub.url), malformedMessages(200, seed)),
});

function doneOf(acknowledged: readonly Acknowledged[]): Readonly<Record<string, number>> {
  const done: Record<string, number> = {};
  for (const { name, reply } of acknowledged) if (reply['ok'] === true) done[name] = (done[name] ?? 0) + 1;
  return done;
}

/** Noes that nobody expects, and days on which too little was done. */
function dayBroken(
  { day, done, refused }: Pick<DayLine, 'day' | 'done' | 'refused'>,
  { tokens }: SoakSize,
): readonly Broken[] {
  const noes = Object.entries(refused).map(([code, count]) => `${count} commands were refused: ${code}`);
  const few = (['issue', 'call', 'start', 'finish'] as const)
    .filter((name) => (done[name] ?? 0) < tokens * (name === 'issue' ? 1 : LEAST_SHARE))
    .map((name) => `${name} was done ${done[name] ?? 0} times`);
  return [...noes, ...few].map((what) => ({ invariant: 'day', what: `day ${day}: ${what}` }));
}

/** A day of work, with faults at random moments of it. */
async function workDay(hall: Hall, day: number, size: SoakSize): Promise<Omit<DayLine, 'figures'> & DayDone> {
  const random = randomFrom(day + 1);
  const may = FAULTS.filter((name) => name !== 'kill' || day < size.kills);
  const work = hall.screens.ask<DayDone>({ tokens: size.tokens, seconds: size.seconds });
  const faults: string[] = [];
  for (let i = 0; i < FAULTS_A_DAY; i += 1) {
    await pause((size.seconds * 1_000 * random.between(0.5, 1)) / (FAULTS_A_DAY + 1));
    const name = random.pick(may, () => 1);
    faults.push(name);
    await doFault(hall, day * 10 + i)[name]();
  }
  const { acknowledged, refused } = await work;
  const done = doneOf(acknowledged);
  return { day: day + 1, commands: acknowledged.length, done, acknowledged, refused, faults };
}

/** The clock goes on over the night: the day turns, what is old is let go of, the log is checked. */
async function night(hub: SoakHub, day: number): Promise<void> {
  await hub.turnTo(momentOf(day + 1, TURNED));
  await pause(NIGHT_MS);
  await hub.turnTo(momentOf(day + 1, OPENS));
}

/** Plays the days of a centre one after the other. Gives everything that must not be and is. `tell` hears of each day. */
export async function runSoak(
  folder: string,
  size: SoakSize,
  tell: (line: DayLine) => void,
): Promise<readonly Broken[]> {
  const hub = await soakHub(folder, size);
  const screens = await workerProcess(here('soak-screens.ts'), [hub.url, size.counters, size.kiosks].map(String));
  const boards = await workerProcess(here('../faults/boards-process.ts'), [hub.url, String(size.boards)]);
  const answered: (readonly Acknowledged[])[] = [];
  const alive: HubFigures[] = [];
  const broken: Broken[] = [];
  for (let day = 0; day < size.days; day += 1) {
    const { acknowledged, ...line } = await workDay({ hub, screens, boards }, day, size);
    broken.push(...dayBroken(line, size));
    answered.push(acknowledged);
    if (answered.length > ANSWERS_DAYS) answered.shift();
    if (day < size.days - 1) await night(hub, day);
    const figures = await hub.figures();
    if (day >= Math.max(size.kills, LEARNED_DAYS)) alive.push(figures);
    tell({ ...line, figures });
  }
  const displays = await boards.ask<readonly Display[]>('tell');
  await pause(NIGHT_MS);
  await hub.stop();
  await screens.stop();
  const chainKey = readFileSync(join(hub.data, 'keys', 'chain.key'), 'utf8').trim();
  const evidence = { storeFile: join(hub.data, 'markaz.db'), chainKey, acknowledged: answered.flat(), displays };
  return [...broken, ...grown(alive), ...checkCentre(evidence, false)];
}
