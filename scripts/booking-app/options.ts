import { parseArgs } from 'node:util';
import { FAIL_MODES, type FailMode } from './failing.ts';

export const HELP = `Usage: npm run booking-app -- [options]

A stand-in for the province's app and its backend: citizens book, move and cancel on a small page of its own, the hub
fetches the changes and publishes its slots. Everything is in memory and gone at the end.

  --port N            port on 127.0.0.1 (default 4850; 0 any free one)
  --centre FILE       a centre that takes appointments (default centres/lahore.yaml; may be given more than once)
  --generate N        begin with that many bookings of one day (at most 50000)
  --day YYYY-MM-DD    the day of the generated bookings (default: what is left of today, else the next open day)
  --seed N            other citizens with another number (default 1)
  --clock-at TIME     set the app's clock, e.g. 2026-11-23T07:30:00+05:00 (default: the real time)
  --fail MODE         fail towards the hub: ${FAIL_MODES.join(', ')} (default none)
  --slow N            seconds before an answer with --fail slow (default 30)
  --key-env NAME      ask the hub for the key in that environment variable
  --push URL          also send each change to that webhook
  --secret-env NAME   environment variable with the secret that signs the webhook
  --help              this text

Change how it fails while it runs:
  curl -X POST -H 'content-type: application/json' -d '{"mode":"500"}' http://127.0.0.1:4850/fail
`;

export interface AppOptions {
  readonly port: number;
  readonly centres: readonly string[];
  readonly generate: number;
  readonly day: string | null;
  readonly seed: number;
  readonly clockAt: number | null;
  readonly fail: FailMode;
  readonly slowMs: number;
  readonly keyEnv: string | null;
  readonly push: string | null;
  readonly secretEnv: string | null;
}

type Request =
  | { readonly kind: 'run'; readonly options: AppOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly line: string };

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '4850' },
      centre: { type: 'string', multiple: true, default: ['centres/lahore.yaml'] },
      generate: { type: 'string', default: '0' },
      day: { type: 'string' },
      seed: { type: 'string', default: '1' },
      'clock-at': { type: 'string' },
      fail: { type: 'string', default: 'none' },
      slow: { type: 'string', default: '30' },
      'key-env': { type: 'string' },
      push: { type: 'string' },
      'secret-env': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  }).values;
}
type Values = ReturnType<typeof parse>;

const isWhole = (text: string, most: number): boolean => /^\d{1,7}$/.test(text) && Number(text) <= most;
const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
const isWebAddress = (text: string): boolean => /^https?:$/.test(URL.parse(text)?.protocol ?? '');

/** What is wrong with the values, the first thing only. */
const CHECKS: readonly (readonly [isWrong: (values: Values) => boolean, line: string])[] = [
  [({ port }) => !isWhole(port, 65_535), '--port takes a number from 0 to 65535.'],
  [({ generate }) => !isWhole(generate, 50_000), '--generate takes a number from 0 to 50000.'],
  [({ day }) => day !== undefined && !isDay(day), '--day takes a day as 2026-11-23.'],
  [({ seed }) => !isWhole(seed, 1_000_000), '--seed takes a number from 0 to 1000000.'],
  [
    (values) => values['clock-at'] !== undefined && !isInstant(values['clock-at']),
    '--clock-at takes a time as 2026-11-23T07:30:00+05:00.',
  ],
  [({ fail }) => !FAIL_MODES.some((mode) => mode === fail), `--fail takes one of ${FAIL_MODES.join(', ')}.`],
  [({ slow }) => !isWhole(slow, 3600), '--slow takes a number of seconds from 0 to 3600.'],
  [
    ({ push }) => push !== undefined && !isWebAddress(push),
    '--push takes an address as http://127.0.0.1:4810/feeds/bookings.',
  ],
  [
    (values) => (values.push === undefined) !== (values['secret-env'] === undefined),
    '--push and --secret-env go together.',
  ],
];

const optionsOf = (values: Values): AppOptions => ({
  port: Number(values.port),
  centres: values.centre,
  generate: Number(values.generate),
  day: values.day ?? null,
  seed: Number(values.seed),
  clockAt: values['clock-at'] === undefined ? null : Date.parse(values['clock-at']),
  fail: FAIL_MODES.find((mode) => mode === values.fail) ?? 'none',
  slowMs: Number(values.slow) * 1000,
  keyEnv: values['key-env'] ?? null,
  push: values.push ?? null,
  secretEnv: values['secret-env'] ?? null,
});

/** Reads the command line of the booking app. */
export function readAppOptions(args: readonly string[]): Request {
  let values: Values;
  try {
    values = parse(args);
  } catch (error) {
    return { kind: 'wrong', line: `${(error as Error).message.split(/\.\s/)[0]}.` };
  }
  if (values.help) return { kind: 'help' };
  const wrong = CHECKS.find(([isWrong]) => isWrong(values));
  return wrong ? { kind: 'wrong', line: wrong[1] } : { kind: 'run', options: optionsOf(values) };
}
