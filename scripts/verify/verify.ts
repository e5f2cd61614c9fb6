import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openReadOnly } from '../../src/store/database.ts';
import { readKey } from '../../src/store/files/key-file.ts';
import { readAnchor } from '../../src/store/log/anchor.ts';
import { type Verdict, verifyStore, type Witness } from '../../src/store/log/verify.ts';
import { runRequest } from '../run-request.ts';
import { readWitnesses } from './read-witnesses.ts';
import { verdictLines } from './verdict-lines.ts';

const HELP = `Usage: npm run verify -- --data DIR [--against HEAD]

Checks the event log of a data folder from the first event to the last, beside a running hub or without one: every seal
with the key, gaps, that the tables are what the log gives, and that the log holds what witnesses saw. Changes nothing.

  --data DIR        the data folder (default data)
  --against HEAD    a head that was kept elsewhere: SEQ:HASH as on the slip of the day's close (at least 16 digits of the
                    hash), or a file of heads that a manager's screen has saved; may be given several times
  --help            this text

Exit code 0 when everything is whole, 1 when something is wrong, 2 when it cannot be read.`;

const MIGRATIONS = resolve(import.meta.dirname, '../../migrations');

/** What the command line asks for; a sentence when it is wrong. */
function readRequest() {
  const options = {
    data: { type: 'string', default: 'data' },
    against: { type: 'string', multiple: true, default: [] as string[] },
    help: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ args: process.argv.slice(2), options });
  if (values.help) return 'help';
  const witnesses = values.against.map((text) => readWitnesses(text));
  const wrong = witnesses.find((one) => typeof one === 'string');
  return wrong ?? { data: resolve(values.data), witnesses: witnesses.flat() as readonly Witness[] };
}

function check(data: string, witnesses: readonly Witness[]): Verdict {
  const file = join(data, 'markaz.db');
  if (!statSync(file, { throwIfNoEntry: false })?.size) throw new Error(`There is no store in ${data}.`);
  const key = readKey(data, 'chain');
  const anchor = readAnchor(data);
  const db = openReadOnly(file);
  try {
    return verifyStore(db, key, MIGRATIONS, [...(anchor ? [{ name: 'anchor.json', ...anchor }] : []), ...witnesses]);
  } finally {
    db.close();
  }
}

/** Tells what was found; what cannot be checked at all is another thing than a log that is broken. */
function tell({ data, witnesses }: { readonly data: string; readonly witnesses: readonly Witness[] }): void {
  try {
    const verdict = check(data, witnesses);
    for (const line of verdictLines(verdict)) console.log(line);
    process.exitCode = verdict.findings.length === 0 ? 0 : 1;
  } catch (error) {
    console.error(`It could not be checked: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  }
}

await runRequest(HELP, readRequest, tell);
