import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROWS } from './all-rows.ts';
import { buildHub } from './hall/build-hub.ts';
import { ROUNDS, type RowOutcome, runRow } from './run-row.ts';
import { benchTable } from './table.ts';

const HELP = `Usage: npm run bench [-- --only ${ROWS[0]?.name},… --rounds N]

Measures the hub and the screens, each round beside a floor of the same machine in the same minute, and prints one table
of ratios with their goals. docs/performance.md says how each is made. Rounds in which other programs took 0.3 cores or
more are thrown away and tried again.

  --only A,B    only these: ${ROWS.map(({ name }) => name).join(', ')}
  --rounds N    rounds of each (default ${ROUNDS})
  --help        this text

Writes bench/results/. Exit code 0 when every goal was reached, 1 when one was not, could not be
measured or was too noisy to say, 2 for a
wrong command line.`;

function readRequest() {
  const options = {
    only: { type: 'string' },
    rounds: { type: 'string' },
    help: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ args: process.argv.slice(2), options });
  if (values.help) return 'help';
  const names = values.only?.split(',') ?? ROWS.map(({ name }) => name);
  const unknown = names.find((name) => !ROWS.some((row) => row.name === name));
  if (unknown !== undefined) return `There is no row ${unknown}. See --help.`;
  if (values.rounds !== undefined && !/^[1-9]\d{0,3}$/.test(values.rounds)) return '--rounds takes a whole number.';
  return { rows: ROWS.filter(({ name }) => names.includes(name)), rounds: values.rounds ?? null };
}

/** One file a row, so that a run of some rows leaves the others as they were. */
function write({ row, measured, thrownAway }: RowOutcome): void {
  const folder = resolve(import.meta.dirname, '../../bench/results');
  mkdirSync(folder, { recursive: true });
  const machine = { node: process.version, platform: process.platform, cores: cpus().length, cpu: cpus()[0]?.model };
  const content = { row: row.name, at: new Date().toISOString(), machine, thrownAway, measured };
  writeFileSync(join(folder, `${row.name}.json`), `${JSON.stringify(content, null, 1)}\n`);
}

/** What could not be measured was not reached. */
const isReached = ({ measured, skipped }: RowOutcome): boolean =>
  skipped === undefined && measured.every(({ verdict }) => verdict === 'reached');

async function run(rows: typeof ROWS, rounds: number | null): Promise<number> {
  process.chdir(resolve(import.meta.dirname, '../..'));
  await buildHub();
  const outcomes: RowOutcome[] = [];
  for (const row of rows) {
    const outcome = await runRow(row, rounds, (text) => process.stderr.write(`\r\u001B[K${row.name}: ${text} `));
    process.stderr.write('\n');
    outcomes.push(outcome);
    if (outcome.skipped === undefined) write(outcome);
  }
  console.log(benchTable(outcomes));
  return outcomes.every(isReached) ? 0 : 1;
}

const request = readRequest();
if (request === 'help') console.log(HELP);
else if (typeof request === 'string') {
  console.error(request);
  process.exitCode = 2;
} else process.exit(await run(request.rows, request.rounds === null ? null : Number(request.rounds)));
