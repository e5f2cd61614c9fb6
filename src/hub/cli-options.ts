import { PRINTER_ADDRESS, PRINTER_FORMS } from '../protocol/centre-file.ts';
import { parseArgs } from 'node:util';
import { READER_ADDRESS } from '../../hardware/readers/reader-address.ts';

export const HELP = `Usage: npm run hub -- [options]

Starts the hub of a centre on this machine (127.0.0.1) and serves its screens.

  --port N          port to listen on; 0 takes any free one (default 4810)
  --data DIR        data folder; made when missing (default data)
  --centre FILE     centre file; without it the centre that the data folder holds, and where it holds none a page on
                    this machine that sets one up
  --demo            a hall to try things in: open at every hour, of centres/lahore.yaml where no file is named
  --clock RATE      a demo clock that runs RATE times as fast as time; 0 stands still until it is turned
                    (needs --demo)
  --clock-at TIME   where a new demo clock starts, as 2026-11-23T08:00:00+05:00 (default: now)
  --printer K=TO    prints the slips of kiosk K to
                    ${PRINTER_FORMS};
                    may be given several times
  --reader K=FROM   a scanner or card reader of kiosk K that is plugged in here: hid (any scanner in HID-POS mode),
                    hid:VENDOR:PRODUCT, or serial:PATH@BAUD; may be given several times
  --feed-url URL    takes appointments from the app's backend at this address, and tells it what can be booked
                    (its key comes from the environment: MARKAZ_FEED_KEY, or a file named by MARKAZ_FEED_KEY_FILE)
  --feed-poll S     seconds between two looks at the backend, 5 to 3600 (default 30)
  --feed-csv DIR    takes appointments from CSV files that are dropped into this folder
  --feed-push       takes appointments by signed webhook at /feeds/bookings
                    (the secret: MARKAZ_PUSH_SECRET, or a file named by MARKAZ_PUSH_SECRET_FILE)
  --citizen-listen HOST:PORT  where citizens' phones are listened to (default: this machine alone, the port after
                    --port); they reach nothing else of the hub there
  --citizen-url URL where phones reach that listener; then slips carry a code that leads to the token's page
  --citizen-per-address N  connections that one address may hold open there (default 2500): raise it where a whole
                    hall comes through one router (NAT)
  --api-origin URL  lets pages of this origin use the public API from a browser; may be given several times
  --api-listen HOST:PORT  where programs of others reach the public API, over TLS: an address of this machine as they
                    name it (not with --demo); without it programs of this machine alone
  --lan HOST:PORT   where paired devices of the network reach this hub, over TLS: an address of this machine as they
                    name it (not with --demo, where nobody has a PIN)
  --standby-of URL  follows the hub at this https address, ready to take its place: pairs with it first; --lan says where
                    screens find this one then
  --help            this text
`;

export interface CliOptions {
  readonly port: number;
  readonly data: string;
  /** Null where none is named. */
  readonly centre: string | null;
  readonly isDemo: boolean;
  readonly clockRate: number | null;
  readonly clockAt: number | null;
  readonly printers: ReadonlyMap<number, string>;
  readonly readers: ReadonlyMap<number, readonly string[]>;
  readonly feedUrl: string | null;
  readonly feedPollMs: number;
  readonly feedCsv: string | null;
  readonly isPushOn: boolean;
  readonly citizenUrl: string | null;
  readonly citizenHost: string;
  readonly citizenPort: number;
  /** Where paired devices reach the hub. */
  readonly lan: { readonly host: string; readonly port: number } | null;
  /** Where programs reach the public API. */
  readonly api: CliOptions['lan'];
  readonly citizenPerAddress: number | null;
  readonly apiOrigins: readonly string[];
  /** The hub that this one follows; null where it is the hub itself. */
  readonly standbyOf: string | null;
}

/** What the command line asks for: options to start with, the help text, or one line that says what is wrong. */
export type CliRequest =
  | { readonly kind: 'start'; readonly options: CliOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly line: string };

const wrong = (line: string): CliRequest => ({ kind: 'wrong', line });

function wholeNumber(text: string, most: number): number | undefined {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return number <= most ? number : undefined;
}

function readPrinters(texts: readonly string[]): ReadonlyMap<number, string> | undefined {
  const printers = new Map<number, string>();
  for (const text of texts) {
    const [, kiosk, address] = /^(\d{1,2})=(.+)$/.exec(text) ?? [];
    if (kiosk === undefined || address === undefined || !PRINTER_ADDRESS.test(address)) return undefined;
    printers.set(Number(kiosk), address);
  }
  return printers;
}

/** Where phones are listened to: beside the screens of this machine where nothing else is said. */
function readCitizenListener(text: string | undefined, port: number) {
  if (text === undefined) return { citizenHost: '127.0.0.1', citizenPort: port === 0 ? 0 : port + 1 };
  const [, host, number = ''] = /^([\w.-]+|\[[\da-f:]+\]):(\d{1,5})$/i.exec(text) ?? [];
  const citizenPort = wholeNumber(number, 65_535);
  return host === undefined || citizenPort === undefined ? undefined : { citizenHost: host, citizenPort };
}

function readReaders(texts: readonly string[]): ReadonlyMap<number, readonly string[]> | undefined {
  const readers = new Map<number, readonly string[]>();
  for (const text of texts) {
    const [, kiosk, address] = /^(\d{1,2})=(.+)$/.exec(text) ?? [];
    if (kiosk === undefined || address === undefined || !READER_ADDRESS.test(address)) return undefined;
    readers.set(Number(kiosk), [...(readers.get(Number(kiosk)) ?? []), address]);
  }
  return readers;
}

/** Where slips print, scans come from, and phones are listened to. */
function readPlaces(values: ReturnType<typeof parse>, port: number) {
  const printers = readPrinters(values.printer);
  if (!printers) return `--printer takes KIOSK=PRINTER, with ${PRINTER_FORMS} as PRINTER.`;
  const readers = readReaders(values.reader);
  if (!readers) return '--reader takes KIOSK=hid, KIOSK=hid:VENDOR:PRODUCT or KIOSK=serial:PATH@BAUD.';
  const citizen = readCitizenListener(values['citizen-listen'], port);
  return citizen ? { printers, readers, ...citizen } : '--citizen-listen takes HOST:PORT, as 0.0.0.0:8080.';
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '4810' },
      data: { type: 'string', default: 'data' },
      centre: { type: 'string' },
      demo: { type: 'boolean', default: false },
      clock: { type: 'string' },
      'clock-at': { type: 'string' },
      printer: { type: 'string', multiple: true, default: [] },
      reader: { type: 'string', multiple: true, default: [] },
      'feed-url': { type: 'string' },
      'feed-poll': { type: 'string', default: '30' },
      'feed-csv': { type: 'string' },
      'feed-push': { type: 'boolean', default: false },
      'citizen-url': { type: 'string' },
      'citizen-listen': { type: 'string' },
      'citizen-per-address': { type: 'string' },
      'api-origin': { type: 'string', multiple: true, default: [] },
      lan: { type: 'string' },
      'api-listen': { type: 'string' },
      'standby-of': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  }).values;
}

/** A web address without a path's end, or undefined. */
function readUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, search, hash } = new URL(text);
  const isPlain = (protocol === 'http:' || protocol === 'https:') && username === '' && search === '' && hash === '';
  return isPlain ? text.replace(/\/+$/, '') : undefined;
}

type GuestOptions = Pick<CliOptions, 'citizenPerAddress' | 'apiOrigins'>;

/** What guests may do at their listener. */
function readGuests(values: ReturnType<typeof parse>): GuestOptions | string {
  const { 'citizen-per-address': most, 'api-origin': apiOrigins } = values;
  const citizenPerAddress = most === undefined ? null : (wholeNumber(most, 100_000) ?? 0);
  if (citizenPerAddress === 0) return '--citizen-per-address takes a whole number from 1 to 100000.';
  // As a browser says it: without a path, and without the port that goes without saying.
  const isOrigin = (text: string) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
  if (!apiOrigins.every(isOrigin)) return '--api-origin takes an origin as https://HOST or http://HOST:PORT.';
  return { citizenPerAddress, apiOrigins };
}

type FeedCliOptions = Pick<CliOptions, 'feedUrl' | 'feedPollMs' | 'feedCsv' | 'isPushOn' | 'citizenUrl'>;

function readFeeds(values: ReturnType<typeof parse>): FeedCliOptions | string {
  const { 'feed-url': url, 'feed-poll': poll, 'feed-csv': feedCsv = null, 'citizen-url': citizen } = values;
  const feedUrl = url === undefined ? null : readUrl(url);
  if (feedUrl === undefined) return '--feed-url takes an address as https://HOST/PATH.';
  const citizenUrl = citizen === undefined ? null : readUrl(citizen);
  if (citizenUrl === undefined) return '--citizen-url takes an address as http://HOST:PORT.';
  const seconds = wholeNumber(poll, 3_600);
  if (seconds === undefined || seconds < 5) return '--feed-poll takes seconds from 5 to 3600.';
  return { feedUrl, feedPollMs: seconds * 1_000, feedCsv, isPushOn: values['feed-push'], citizenUrl };
}

type ClockOptions = Pick<CliOptions, 'clockRate' | 'clockAt'>;

function readClock(values: ReturnType<typeof parse>): ClockOptions | string {
  const { clock, 'clock-at': at, demo } = values;
  if (clock === undefined) return at === undefined ? { clockRate: null, clockAt: null } : '--clock-at needs --clock.';
  const clockRate = Number(clock);
  if (!(clockRate >= 0 && clockRate <= 10_000)) return '--clock takes a rate from 0 to 10000.';
  if (!demo) return '--clock needs --demo: the clock of a real hall is never set.';
  const clockAt = at === undefined ? null : Date.parse(at);
  if (Number.isNaN(clockAt)) return '--clock-at takes a time as 2026-11-23T08:00:00+05:00.';
  return { clockRate, clockAt };
}

/** A listener for the network. In a demo nobody has a PIN: it has none. */
function readListener(option: '--lan' | '--api-listen', text: string | undefined, isDemo: boolean) {
  if (text === undefined) return null;
  if (isDemo) return `${option} is refused with --demo: people sign in there by name alone.`;
  const [, host, number = ''] = /^([\w.-]+):(\d{1,5})$/.exec(text) ?? [];
  const port = wholeNumber(number, 65_535);
  return host === undefined || port === undefined ? `${option} takes HOST:PORT, as 192.168.1.10:4843.` : { host, port };
}

/** Who reaches the hub from elsewhere: paired devices, phones, programs. */
function readNetwork(values: ReturnType<typeof parse>) {
  const lan = readListener('--lan', values.lan, values.demo);
  if (typeof lan === 'string') return lan;
  const api = readListener('--api-listen', values['api-listen'], values.demo);
  if (typeof api === 'string') return api;
  const standbyOf = values['standby-of'] ?? null;
  if (standbyOf !== null && !/^https:\/\/[\w.-]+:\d{1,5}$/.test(standbyOf))
    return '--standby-of takes https://HOST:PORT.';
  if (standbyOf !== null && lan === null) return '--standby-of needs --lan: where screens find this hub once it leads.';
  const guests = readGuests(values);
  return typeof guests === 'string' ? guests : { lan, api, standbyOf, ...guests };
}

/** Reads the hub's command line. */
export function readCommandLine(args: readonly string[]): CliRequest {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    return wrong(`${error instanceof Error ? error.message.split('. ')[0] : String(error)}.`);
  }
  if (values.help) return { kind: 'help' };
  const port = wholeNumber(values.port, 65_535);
  if (port === undefined) return wrong('--port takes a whole number from 0 to 65535.');
  const places = readPlaces(values, port);
  if (typeof places === 'string') return wrong(places);
  const clock = readClock(values);
  if (typeof clock === 'string') return wrong(clock);
  const feeds = readFeeds(values);
  if (typeof feeds === 'string') return wrong(feeds);
  const network = readNetwork(values);
  if (typeof network === 'string') return wrong(network);
  const { data, centre = null, demo } = values;
  return {
    kind: 'start',
    options: { port, data, centre, isDemo: demo, ...places, ...clock, ...feeds, ...network },
  };
}
