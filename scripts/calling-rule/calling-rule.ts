import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { tableOf, writeTable } from '../table.ts';
import { goalRow, GOALS, type Row, study } from './study.ts';

const HELP = `Usage: npm run calling-rule -- [options]

Plays simulated days at four pooled counters by our calling rule and by others, and prints what everybody waited.

  --days N    days per row (default 200, at least 1)
  --seed N    other days with another number (default 1)
  --write     put the table into docs/calling-rule.md
  --help      this text

Exit code 1 when the rule misses one of its two goals.
`;

function stop(line: string): never {
  console.error(`${line} See --help.`);
  process.exit(2);
}

function readOptions(): { days: number; seed: number; write: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        days: { type: 'string', default: '200' },
        seed: { type: 'string', default: '1' },
        write: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(HELP);
      process.exit(0);
    }
    const [days, seed] = [Number(values.days), Number(values.seed)];
    if (!Number.isInteger(days) || days < 1 || days > 100_000) return stop('--days takes a whole number from 1 on.');
    if (!Number.isInteger(seed) || seed < 0) return stop('--seed takes a whole number.');
    return { days, seed, write: values.write };
  } catch (error) {
    return stop((error as Error).message.split('\n')[0] ?? '');
  }
}

const minutes = (value: number): string => value.toFixed(1);
const percent = (value: number): string => `${value >= 0 ? '+' : '−'}${Math.abs(value * 100).toFixed(0)} %`;

const COLUMNS: readonly (readonly [title: string, cell: (row: Row) => string])[] = [
  ['days', (row) => row.law],
  ['load', (row) => row.load.toFixed(2)],
  ['booked', (row) => `${Math.round(row.share * 100)} %`],
  ['discipline', (row) => row.discipline],
  ['walk-in p50', (row) => minutes(row.walkInP50)],
  ['p90', (row) => minutes(row.walkInP90)],
  ['against FCFS', (row) => percent(row.growth)],
  ['elder p90', (row) => minutes(row.elderP90)],
  ['slot to call p90', (row) => minutes(row.latenessP90)],
  ['longest wait', (row) => minutes(row.longest)],
];

const { days, seed, write } = readOptions();
const rows = study(days, seed);
const table = tableOf(COLUMNS, rows);
console.log(`${days} days a row, seed ${seed}; waits in minutes\n\n${table}\n`);
if (write) writeTable(resolve(import.meta.dirname, '../../docs/calling-rule.md'), table);

const { latenessP90, growth } = goalRow(rows);
const isPrompt = latenessP90 <= GOALS.latenessP90;
const isFair = growth <= GOALS.growth;
console.log(`slot to call, nine of ten within ${minutes(latenessP90)} min (goal ≤ 10): ${isPrompt ? 'met' : 'MISSED'}`);
console.log(
  `walk-ins' p90 against first come, first served ${percent(growth)} (goal ≤ +20 %): ${isFair ? 'met' : 'MISSED'}`,
);
process.exitCode = isPrompt && isFair ? 0 : 1;
