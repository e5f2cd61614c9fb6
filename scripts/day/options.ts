import { parseArgs } from 'node:util';

export const HELP = `Usage: npm run day -- [options]

Plays a working day on a demo hub: citizens at kiosks, operators at every counter, boards in the halls, each in
processes of their own, over the real sockets. Open the addresses that it prints to watch.

  --speed 60|max    how fast the day runs; max as fast as the machine can (default max)
  --tokens N        how many citizens come (default 1200)
  --booked PERCENT  how many of them have an appointment (default 20)
  --seed N          another day with another number (default 1)
  --until HH:MM     stop the clock at that time of the centre
  --stay            keep the hall as it is at the end until Ctrl-C
  --port N          port of the demo hub (default 4810; 0 any free one)
  --data DIR        keep the day's data there (default: a temporary folder)
  --hub URL         play on a demo hub that runs already, instead of starting one
  --help            this text
`;

export interface DayOptions {
  /** Rate of the clock; 0 stands for as fast as possible. */
  readonly rate: number;
  readonly tokens: number;
  readonly bookedPercent: number;
  readonly seed: number;
  readonly untilMinute: number | null;
  readonly stay: boolean;
  readonly port: number;
  readonly data: string | null;
  readonly hub: string | null;
}

type Request =
  | { readonly kind: 'play'; readonly options: DayOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly line: string };

const whole = (text: string, least: number, most: number): number => {
  const number = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : Number.NaN;
};

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      speed: { type: 'string', default: 'max' },
      tokens: { type: 'string', default: '1200' },
      booked: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
      until: { type: 'string' },
      stay: { type: 'boolean', default: false },
      port: { type: 'string', default: '4810' },
      data: { type: 'string' },
      hub: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  }).values;
}

/** Minutes after midnight; null when nothing was said, NaN when it is no time. */
function minuteOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
}

const TAKES = {
  rate: '--speed takes max or a number from 1 to 5000.',
  tokens: '--tokens takes a number from 1 to 100000.',
  bookedPercent: '--booked takes a number from 0 to 100.',
  seed: '--seed takes a number from 0 to 1000000.',
  port: '--port takes a number from 0 to 65535.',
  untilMinute: '--until takes a time as 11:30.',
} as const;

/** Reads the command line of the day. */
export function readDayOptions(args: readonly string[]): Request {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    return { kind: 'wrong', line: `${error instanceof Error ? error.message.split('. ')[0] : String(error)}.` };
  }
  if (values.help) return { kind: 'help' };
  const options = {
    rate: values.speed === 'max' ? 0 : whole(values.speed, 1, 5000),
    tokens: whole(values.tokens, 1, 100_000),
    bookedPercent: whole(values.booked, 0, 100),
    seed: whole(values.seed, 0, 1_000_000),
    port: whole(values.port, 0, 65_535),
    untilMinute: minuteOf(values.until),
    stay: values.stay,
    data: values.data ?? null,
    hub: values.hub ?? null,
  };
  const bad = (Object.keys(TAKES) as (keyof typeof TAKES)[]).find((name) => Number.isNaN(options[name]));
  return bad ? { kind: 'wrong', line: TAKES[bad] } : { kind: 'play', options };
}
