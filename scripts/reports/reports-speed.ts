import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { addDays } from '../../src/domain/calendar/civil-date.ts';
import { randomFrom } from '../../src/domain/random.ts';
import { NO_FILTER } from '../../src/domain/reports/figures/grouping.ts';
import { reportDesk } from '../../src/hub/reports/report-desk.ts';
import type { Task } from '../../src/hub/reports/report-task.ts';
import type { ReportQuestion } from '../../src/protocol/answers/report-answers.ts';
import { loadCentre } from '../day/demo-hub.ts';
import { tableOf } from '../table.ts';
import { makeStore } from './make-store.ts';

/** What a report may take, in ms, as the issue sets it. */
const GOALS = { day: 1_000, year: 3_000 } as const;
const FIRST_DAY = '2026-01-01';
const RETRY_MS = 1_000;

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '286' },
    tokens: { type: 'string', default: '3500' },
    store: { type: 'string' },
    'keep-files': { type: 'boolean', default: false },
  },
});
const days = Number(values.days);
const tokensADay = Number(values.tokens);
const folder = resolve(values.store ?? mkdtempSync(join(tmpdir(), 'markaz-reports-')));
const storeFile = join(folder, 'markaz.db');
const facts = join(folder, 'reports');
const centre = loadCentre();
const lastDay = addDays(FIRST_DAY, days - 1);

const year = (groupBy: ReportQuestion['groupBy'], filter = NO_FILTER): Task => ({
  kind: 'report',
  question: { fromDay: FIRST_DAY, toDay: lastDay, groupBy, filter },
});
const day = (fromDay: string): Task => ({
  kind: 'report',
  question: { fromDay, toDay: fromDay, groupBy: 'service', filter: NO_FILTER },
});
const { question } = year('day') as Extract<Task, { readonly kind: 'report' }>;

/** How long a task takes, and how much of a processor: on a machine with much else to do they differ widely. */
interface Taken {
  readonly ms: number;
  readonly cpuMs: number;
}

const cpuMsNow = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

async function time(desk: ReturnType<typeof reportDesk>, task: Task): Promise<Taken> {
  const began = performance.now();
  const cpuBegan = cpuMsNow();
  for (;;) {
    const outcome = await desk.make(task as never);
    if ((outcome as { readonly ok: boolean }).ok) {
      return { ms: performance.now() - began, cpuMs: cpuMsNow() - cpuBegan };
    }
    await new Promise((done) => setTimeout(done, RETRY_MS));
  }
}

interface Measured extends Taken {
  readonly what: string;
  readonly goal: number | null;
}

async function measure(): Promise<readonly Measured[]> {
  const rows: Measured[] = [];
  const add = (what: string, taken: Taken, goal: number | null = null) => void rows.push({ what, ...taken, goal });
  if (!values['keep-files']) {
    rmSync(facts, { recursive: true, force: true });
    const first = reportDesk(storeFile, facts);
    add('a year without day files: the whole log is read once', await time(first, year('month')));
    await first.stop();
  }
  const desk = reportDesk(storeFile, facts);
  add('a year by month, the first question after the start', await time(desk, year('month')), GOALS.year);
  for (const groupBy of ['service', 'operator', 'hour', 'day'] as const) {
    add(`a year by ${groupBy}`, await time(desk, year(groupBy)), GOALS.year);
  }
  add(
    'a year by counter, one service',
    await time(desk, year('counter', { ...NO_FILTER, service: 'domicile' })),
    GOALS.year,
  );
  add('a closed day', await time(desk, day(FIRST_DAY)), GOALS.day);
  add('the counters of a day', await time(desk, { kind: 'counterDay', day: FIRST_DAY }), GOALS.day);
  add('a year by day as CSV', await time(desk, { kind: 'csv', table: 'figures', question, language: 'en', centre }));
  add('a year by day as XLSX', await time(desk, { kind: 'xlsx', question, language: 'en', centre }));
  add('a day as PDF', await time(desk, { kind: 'pdf', day: FIRST_DAY, language: 'ur', centre }));
  await desk.stop();
  return rows;
}

/** One day in a store of its own: nothing of it is in a file, all comes from the log. */
async function measureToday(): Promise<Measured> {
  const own = mkdtempSync(join(tmpdir(), 'markaz-day-'));
  makeStore(
    join(own, 'markaz.db'),
    resolve('migrations'),
    centre,
    { days: 1, tokensADay, firstDay: FIRST_DAY },
    randomFrom(2),
  );
  const desk = reportDesk(join(own, 'markaz.db'), join(own, 'reports'));
  const taken = await time(desk, day(FIRST_DAY));
  await desk.stop();
  rmSync(own, { recursive: true, force: true });
  return {
    what: `a running day of ${tokensADay} tokens from the log, the worker not yet started`,
    ...taken,
    goal: GOALS.day,
  };
}

if (!existsSync(storeFile)) {
  mkdirSync(folder, { recursive: true });
  console.log(`Writing ${days} days of ${tokensADay} tokens to ${storeFile} …`);
  makeStore(storeFile, resolve('migrations'), centre, { days, tokensADay, firstDay: FIRST_DAY }, randomFrom(1));
}
console.log(`${(days * tokensADay).toLocaleString('en')} tokens, ${Math.round(statSync(storeFile).size / 1e6)} MB.`);
// The worker of a hub does not keep its process alive; here nothing else does.
const alive = setInterval(() => undefined, RETRY_MS);
const measured = [await measureToday(), ...(await measure())];
console.log(
  tableOf<Measured>(
    [
      ['report', ({ what }) => what],
      ['ms', ({ ms }) => String(Math.round(ms))],
      ['processor ms', ({ cpuMs }) => String(Math.round(cpuMs))],
      ['goal', ({ goal }) => (goal === null ? '' : String(goal))],
    ],
    measured,
  ),
);
clearInterval(alive);
if (values.store === undefined) rmSync(folder, { recursive: true, force: true });
if (measured.some(({ ms, goal }) => goal !== null && ms > goal)) process.exitCode = 1;
