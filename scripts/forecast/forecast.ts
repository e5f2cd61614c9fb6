import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { tableOf, writeTable } from '../table.ts';
import { OUR_RUNS, ORACLE_RUNS, TOKENS_A_DAY } from './course.ts';
import { type ErlangCell, isWithin, TOLERANCE } from './erlang.ts';
import { SHAPES } from './shapes.ts';
import { measureSpeed, type Speed, SPEED_GOAL } from './speed.ts';
import { againstOracle, ORACLE, OURS, type Row, rowsOf } from './summary.ts';
import type { Task } from './task.ts';
import { doAll } from './threads.ts';

const HELP = `Usage: npm run forecast -- [options]

Plays simulated days, forecasts the wait of ${TOKENS_A_DAY} citizens of each, and compares with what happened: our forecast after
a week of learning, an oracle that knows every law but not what was drawn, and what others show. Then holds the engine
against Erlang C.

  --days N      scored days in all (default 200, at least 9)
  --seed N      other days with another number (default 1)
  --seconds N   most seconds for one cell of Erlang C (default 60)
  --speed       only time the engine on a full hall of a mega centre
  --write       put the tables into docs/wait-forecast.md
  --help        this text

Exit code 1 when a goal is missed.
`;

/** Ours may be this far from the oracle, and this many citizens may wait longer than our p90. */
const GOALS = { ratio: 1.05, exceededFrom: 0.08, exceededTo: 0.12 } as const;
const CENTRES = 3;

function stop(line: string): never {
  console.error(`${line} See --help.`);
  process.exit(2);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        days: { type: 'string', default: '200' },
        seed: { type: 'string', default: '1' },
        seconds: { type: 'string', default: '60' },
        speed: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(HELP);
      process.exit(0);
    }
    const [days, seed, seconds] = [Number(values.days), Number(values.seed), Number(values.seconds)];
    if (!Number.isInteger(days) || days < 9) return stop('--days takes a whole number from 9 on.');
    if (!Number.isInteger(seed) || seed < 0) return stop('--seed takes a whole number.');
    if (!(seconds > 0)) return stop('--seconds takes a number above 0.');
    return { days, seed, seconds, speed: values.speed, write: values.write };
  } catch (error) {
    return stop((error as Error).message.split('\n')[0] ?? '');
  }
}

const percent = (value: number | undefined): string => (value === undefined ? '' : `${(value * 100).toFixed(1)} %`);

const COLUMNS: readonly (readonly [string, (row: Row) => string])[] = [
  ['service times', (row) => row.shape],
  ['forecast', (row) => row.name],
  ['MAE, min', (row) => row.mae.toFixed(2)],
  ['bias, min', (row) => row.bias.toFixed(2)],
  ['waited longer than p90', (row) => percent(row.exceeded)],
];

const CELL_COLUMNS: readonly (readonly [string, (cell: ErlangCell) => string])[] = [
  ['counters', (cell) => String(cell.counters)],
  ['load', (cell) => cell.load.toFixed(2)],
  ['Erlang C', (cell) => cell.formula.toPrecision(5)],
  ['engine', (cell) => cell.played.toPrecision(5)],
  ['off by', (cell) => percent(cell.played / cell.formula - 1)],
  ['99 % interval', (cell) => `± ${percent(cell.half / cell.formula)}`],
  ['seconds', (cell) => cell.seconds.toFixed(0)],
];

const SPEED_COLUMNS: readonly (readonly [string, (speed: Speed) => string])[] = [
  ['waiting', (one) => String(one.waiting)],
  ['counters', (one) => String(one.counters)],
  ['runs', (one) => String(one.runs)],
  ['median, ms', (one) => one.medianMs.toFixed(1)],
  ['min', (one) => one.leastMs.toFixed(1)],
  ['max', (one) => one.mostMs.toFixed(1)],
];

function tellSpeed(): never {
  const measured = measureSpeed();
  const isMet = measured.runs >= SPEED_GOAL.runs && measured.medianMs <= SPEED_GOAL.ms;
  console.log(`${tableOf(SPEED_COLUMNS, [measured])}\n`);
  console.log(`- ${SPEED_GOAL.runs} runs within ${SPEED_GOAL.ms} ms in the median: ${isMet ? 'met' : 'MISSED'}`);
  process.exit(isMet ? 0 : 1);
}

/** A cell that ran out of time is right when the formula is inside its interval and the middle inside the tolerance. */
const isRight = (cell: ErlangCell): boolean =>
  isWithin(cell) ||
  (Math.abs(cell.played - cell.formula) <= cell.half &&
    Math.abs(cell.played - cell.formula) <= TOLERANCE * cell.formula);

const { days, seed, seconds, speed, write } = readOptions();
if (speed) tellSpeed();
const began = performance.now();
const courses = SHAPES.flatMap((shape, s) =>
  Array.from({ length: CENTRES }, (_, centre): Task => {
    const place = s * CENTRES + centre;
    const share = Math.floor(days / 9) + (place < days % 9 ? 1 : 0);
    return { kind: 'course', shape, centre: place, days: share, tokens: TOKENS_A_DAY, seed };
  }),
);
const cells = [20, 5, 1].flatMap((counters) =>
  [0.95, 0.8, 0.5].map((load): Task => ({ kind: 'cell', counters, load, seed, seconds })),
);
const done = await doAll([...courses, ...cells], Math.min(2, availableParallelism()), (left) =>
  process.stderr.write(`\r${left} parts left `),
);
process.stderr.write('\r                \r');

const scores = done.flatMap((one) => (one.kind === 'course' ? one.scores : []));
const erlang = done.flatMap((one) => (one.kind === 'cell' ? [one.cell] : [])).toReversed();
const rows = [
  ...SHAPES.flatMap((shape) =>
    rowsOf(
      shape,
      scores.filter((one) => one.shape === shape),
    ),
  ),
  ...rowsOf('all', scores),
];
const oracle = againstOracle(scores, seed);
const ours = rows.find((row) => row.shape === 'all' && row.name === OURS);
const isAhead = SHAPES.every((shape) => {
  const mine = rows.find((row) => row.shape === shape && row.name === OURS);
  const others = rows.filter((row) => row.shape === shape && row.name !== OURS && row.name !== ORACLE);
  return mine !== undefined && others.every((row) => mine.mae < row.mae);
});
const exceeded = ours?.exceeded ?? Number.NaN;
const minutes = ((performance.now() - began) / 60_000).toFixed(1);
const verdicts = [
  {
    line: `against the oracle: ${percent(oracle.ratio - 1)}, 95 % interval ${percent(oracle.low - 1)} to ${percent(oracle.high - 1)} (goal at most +5 %)`,
    isMet: oracle.ratio <= GOALS.ratio,
  },
  {
    line: `waited longer than the p90: ${percent(exceeded)} (goal 8 to 12 %)`,
    isMet: exceeded >= GOALS.exceededFrom && exceeded <= GOALS.exceededTo,
  },
  { line: 'ahead of every other line on every shape', isMet: isAhead },
  { line: 'mean wait of M/M/c within 2 % of Erlang C', isMet: erlang.every(isRight) },
].map(({ line, isMet }) => ({ line: `${line}: ${isMet ? 'met' : 'MISSED'}`, isMet }));

const tables = [
  `${days} scored days, seed ${seed}, ${scores.length} citizens; ours ${OUR_RUNS} runs each, oracle ${ORACLE_RUNS}.`,
  tableOf(COLUMNS, rows),
  ...verdicts.map(({ line }) => `- ${line}`),
  tableOf(CELL_COLUMNS, erlang),
];
const page = `${tables[0]}\n\n${tables[1]}\n\n${verdicts.map(({ line }) => `- ${line}`).join('\n')}\n\n${tables.at(-1)}`;
console.log(`${page}\n\n${minutes} minutes`);
if (write) writeTable(resolve(import.meta.dirname, '../../docs/wait-forecast.md'), page);
process.exitCode = verdicts.every(({ isMet }) => isMet) ? 0 : 1;
