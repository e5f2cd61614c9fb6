import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type DayLine, LEARNED_DAYS, runSoak } from './run-soak.ts';
import { FEWEST_DAYS } from './soak-figures.ts';

const HELP = `Usage: npm run soak [-- --days 30] [--tokens 3500] [--seconds 45]

Plays service days one after the other under a clock that runs fast: 40 consoles, 12 kiosks and 8 boards, with random
faults (the hub killed or held, links cut, boards that hang, messages that are none). From the eleventh day on the hub is
not killed any more, and from the fifteenth on its memory, open handles and write-ahead log have to stay flat. In the end everything is
checked by a checker that shares no code with the hub.

  --days N       service days (1 to 366)
  --tokens N     tokens a day
  --seconds N    how long a day takes, at least
  --help         this text

Exit code 0 when nothing was found, 1 otherwise, 2 for a wrong command line.`;

const KILLS = 10;
const OPTIONS = {
  days: { type: 'string', default: '30' },
  tokens: { type: 'string', default: '3500' },
  seconds: { type: 'string', default: '45' },
  help: { type: 'boolean', default: false },
} as const;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

function lineOf({ day, commands, refused, faults, figures }: DayLine): string {
  const { rss, heapUsed, handles, logAheadBytes, storeBytes } = figures;
  const noes = Object.entries(refused).map(([code, count]) => `${count} × ${code}`);
  return [
    `day ${day}: ${commands} commands`,
    `memory ${megabytes(rss)}, of it used ${megabytes(heapUsed)}`,
    `${handles} handles`,
    `log ahead ${megabytes(logAheadBytes)}`,
    `store ${megabytes(storeBytes)}`,
    faults.join(' '),
    ...noes,
  ].join(' · ');
}

const { values } = parseArgs({ args: process.argv.slice(2), options: OPTIONS });
const [days, tokens, seconds] = [values.days, values.tokens, values.seconds].map(Number) as [number, number, number];
const isWhole = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most;

if (values.help) console.log(HELP);
else if (!isWhole(days, 366) || !isWhole(tokens, 100_000) || !isWhole(seconds, 36_000)) {
  console.error('--days, --tokens and --seconds take whole numbers. See --help.');
  process.exitCode = 2;
} else {
  const folder = mkdtempSync(join(tmpdir(), 'markaz-soak-'));
  const size = { days, tokens, seconds, kills: KILLS, counters: 40, kiosks: 12, boards: 8 };
  try {
    const broken = await runSoak(folder, size, (line) => console.log(lineOf(line)));
    for (const { invariant, what } of broken.slice(0, 40)) console.log(`${invariant}: ${what}`);
    if (days < LEARNED_DAYS + FEWEST_DAYS)
      console.log(`Whether anything grows takes ${LEARNED_DAYS + FEWEST_DAYS} days to say: it was not judged.`);
    console.log(`${days} days, ${days * tokens} tokens: ${broken.length === 0 ? 'nothing' : broken.length} found.`);
    process.exitCode = broken.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
