import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { letIn, managersOf } from '../../src/hub/people/let-in.ts';
import { pinsOf } from '../../src/hub/people/pins.ts';
import { openStore } from '../../src/store/store.ts';
import { runRequest } from '../run-request.ts';

const HELP = `Usage: npm run let-in -- --data DIR --name NAME

Gives a manager who is locked out, or who forgot, a new PIN and a new second PIN, and prints both. The hub must be stopped.
It is logged under the name of this machine's user. They have to be changed at the first sign-in.

  --data DIR     the data folder; its keys/ must be there (default data)
  --name NAME    the manager, as the People page names them
  --help         this text

Exit code 0 when it is done, 1 when it was refused and nothing was changed, 2 for a wrong command line.`;

/** What the command line asks for; a sentence when it is wrong. */
function readRequest() {
  const options = {
    data: { type: 'string', default: 'data' },
    name: { type: 'string' },
    help: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ args: process.argv.slice(2), options });
  if (values.help) return 'help';
  const folder = resolve(values.data);
  if (values.name === undefined) return 'Say whom, with --name.';
  if (!existsSync(join(folder, 'markaz.db'))) return `There is no store in ${folder}.`;
  return { folder, name: values.name.normalize('NFC').trim() };
}

async function letSomebodyIn({ folder, name }: { readonly folder: string; readonly name: string }): Promise<void> {
  const migrations = resolve(import.meta.dirname, '../../migrations');
  const at = Date.now();
  const store = openStore({ folder, migrations, centreId: null, newHubId: '', now: at });
  try {
    const managers = managersOf(store);
    const manager = managers.find((one) => one.name === name);
    if (!manager) {
      const names = managers.map((one) => one.name).join(', ');
      console.error(`No manager is called ${name}. ${names ? `There are: ${names}.` : 'There is none.'}`);
      process.exitCode = 1;
      return;
    }
    const origin = { actor: userInfo().username, at, draw: randomInt };
    const { pin, secondPin } = await letIn(store, manager, { ...origin, pins: pinsOf(store.pepper) });
    console.log(`${manager.name} is let in with the PIN ${pin} and the second PIN ${secondPin}.`);
    console.log('Start the hub and sign in: it lets them choose others.');
  } finally {
    store.close();
  }
}

await runRequest(HELP, readRequest, letSomebodyIn);
