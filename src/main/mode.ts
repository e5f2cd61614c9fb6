import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { READER_ADDRESS } from '../../hardware/readers/reader-address.ts';

/** What a machine is for. `all` is a whole centre on one machine. */
export const MODES = ['all', 'hub', 'kiosk', 'operator', 'board'] as const;
export type Mode = (typeof MODES)[number];

/** A machine's choice: its mode, the hub's address where it is another machine, and its place in the hall. */
export interface Choice {
  readonly mode: Mode;
  /**
   * `https://…` of the hub, or `http://…` on this machine; null to look for it on the network. Of the hub itself: its own
   * address there, by which paired machines reach it.
   */
  readonly hub: string | null;
  /** Of a hub that stands by: the hub that it follows; null where it is the hub itself. */
  readonly standbyOf: string | null;
  /** Of a hub: where citizens' phones are listened to, as `HOST:PORT`; `none`: nowhere; null: beside its own address. */
  readonly citizenListen: string | null;
  /** Of a hub: where phones reach that listener, which slips carry; null: where it is. */
  readonly citizenUrl: string | null;
  /** Kiosk or counter number, or hall id; null for the first one, or to be chosen on the screen. */
  readonly place: string | null;
  /** Addresses of the readers that are plugged into this machine. */
  readonly readers: readonly string[];
}

const isMode = (text: unknown): text is Mode => MODES.includes(text as Mode);
/** An address at which a hub may be: over TLS, or on this very machine. */
export const isHub = (text: unknown): text is string =>
  typeof text === 'string' && /^(?:https:\/\/[\w.-]+|http:\/\/(?:127\.0\.0\.1|localhost)):\d{1,5}$/.test(text);
const isListener = (text: unknown): text is string =>
  text === 'none' ||
  (typeof text === 'string' && /^(?:[\w.-]+|\[[\da-f:]+\]):\d{1,5}$/i.test(text) && URL.canParse(`http://${text}`));
const isWebAddress = (text: unknown): text is string =>
  typeof text === 'string' && /^https?:\/\/[\w.-]+(?::\d{1,5})?(?:\/[\w./-]*)?$/.test(text) && URL.canParse(text);
const isPlace = (text: unknown): text is string => typeof text === 'string' && /^[\w-]{1,64}$/.test(text);

const isReader = (text: unknown): text is string => typeof text === 'string' && READER_ADDRESS.test(text);

/** A choice out of untrusted values (arguments, the saved file, the first-run page); undefined when the mode is none. */
export function choiceOf(values: Readonly<Record<string, unknown>>): Choice | undefined {
  if (!isMode(values['mode'])) return undefined;
  return {
    mode: values['mode'],
    hub: isHub(values['hub']) ? values['hub'] : null,
    standbyOf: isHub(values['standbyOf']) ? values['standbyOf'] : null,
    citizenListen: isListener(values['citizenListen']) ? values['citizenListen'] : null,
    citizenUrl: isWebAddress(values['citizenUrl']) ? values['citizenUrl'] : null,
    place: isPlace(values['place']) ? values['place'] : null,
    readers: Array.isArray(values['readers']) ? values['readers'].filter(isReader) : [],
  };
}

/** The choice on the command line: `--mode=kiosk --hub=https://… --place=2 --reader=hid`, `--mode=hub --hub=https://OWN --standby-of=https://… --citizen-listen=HOST:PORT --citizen-url=http://…`. Electron's own switches are passed over. */
export function choiceInArguments(args: readonly string[]): Choice | undefined {
  const text = { type: 'string' } as const;
  const options = {
    mode: text,
    hub: text,
    'standby-of': text,
    'citizen-listen': text,
    'citizen-url': text,
    place: text,
    reader: { type: 'string', multiple: true },
  } as const;
  const { reader, ...values } = parseArgs({ args: [...args], strict: false, options }).values;
  return choiceOf({
    ...values,
    standbyOf: values['standby-of'],
    citizenListen: values['citizen-listen'],
    citizenUrl: values['citizen-url'],
    readers: reader,
  });
}

/** The choice that was saved on this machine, if it can be read. */
export function readChoice(file: string): Choice | undefined {
  try {
    return choiceOf(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>);
  } catch {
    return undefined;
  }
}

/** Keeps a choice for the next start. @throws when the file cannot be written. */
export function saveChoice(file: string, choice: Choice): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(choice)}\n`);
}
