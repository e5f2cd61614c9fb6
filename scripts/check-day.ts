/** Checks the signed file of a centre-day. Imports nothing of the hub: whoever holds the public key can do the same. */
import { createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const HELP = `Usage: npm run check-day -- FILE --key KEY

Checks a file of GET /api/v1/days/{date}: that the hub with that key has signed it, and that its totals are those of its
rows. KEY is the public key (base64url) that the centre gave you, or a file that holds it. Never take it from the file
itself: anybody can sign with a key of their own.
`;

interface Day {
  readonly centreId: string;
  readonly serviceDay: string;
  readonly isOver: boolean;
  readonly totals: Readonly<Record<string, number | null>>;
  readonly services: readonly { readonly issued: number }[];
  readonly tokens: readonly { readonly state: string; readonly isAppointment: boolean }[];
}

function stop(line: string, code: number): never {
  console.error(line);
  process.exit(code);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return stop(`${file} cannot be read.`, 2);
  }
}

function readEnvelope(file: string): { readonly payload: string; readonly signature: string } {
  try {
    const read = JSON.parse(readText(file)) as Record<string, unknown>;
    const { format, payload, signature } = read;
    if (format === 'markaz-day-envelope/1' && typeof payload === 'string' && typeof signature === 'string') {
      return { payload, signature };
    }
  } catch {
    // No JSON is no file of a day either.
  }
  return stop(`${file} is no file of a centre-day.`, 1);
}

function isSigned(payload: string, signature: string, key: string): boolean {
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' });
    return verify(null, Buffer.from(payload), publicKey, Buffer.from(signature, 'base64url'));
  } catch {
    return stop('That is no public key of Ed25519.', 2);
  }
}

/** The totals that are not those of the rows. */
function wrongTotals({ totals, services, tokens }: Day): readonly string[] {
  const count = (is: (token: Day['tokens'][number]) => boolean) => tokens.filter(is).length;
  const counted: Readonly<Record<string, number>> = {
    issued: tokens.length,
    appointments: count((token) => token.isAppointment),
    done: count(({ state }) => state === 'done'),
    noShow: count(({ state }) => state === 'noShow'),
    left: count(({ state }) => state === 'left'),
    open: count(({ state }) => !['done', 'noShow', 'left'].includes(state)),
  };
  const wrong = Object.keys(counted).filter((name) => totals[name] !== counted[name]);
  const ofServices = services.reduce((sum, { issued }) => sum + issued, 0);
  return ofServices === tokens.length ? wrong : [...wrong, 'services'];
}

/** What the command line asks for. One key of 64 begins with a dash, and must not look like an option. */
function readArgs() {
  const args = process.argv.slice(2);
  const at = args.indexOf('--key');
  if (at >= 0) args.splice(at, 2, `--key=${args[at + 1] ?? ''}`);
  const options = { key: { type: 'string' }, help: { type: 'boolean', default: false } } as const;
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : String(error)} See --help.`, 2);
  }
}

const { values, positionals } = readArgs();
const [file] = positionals;
if (values.help) stop(HELP, 0);
if (file === undefined || values.key === undefined) stop(HELP, 2);
const key = existsSync(values.key) ? readText(values.key).trim() : values.key;
const { payload, signature } = readEnvelope(file);
if (!isSigned(payload, signature, key)) stop(`${file}: NOT signed by that key, or changed since.`, 1);
const day = JSON.parse(payload) as Day;
const wrong = wrongTotals(day);
if (wrong.length > 0) stop(`${file}: signed, but its totals are not those of its rows: ${wrong.join(', ')}.`, 1);
const state = day.isOver ? 'a day that is over' : 'a day that still went on';
console.log(`${file}: whole. Centre ${day.centreId}, ${day.serviceDay}, ${day.tokens.length} tokens, ${state}.`);
