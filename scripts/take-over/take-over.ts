import { randomInt } from 'node:crypto';
import { existsSync, renameSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LED_FILE } from '../../src/hub/standby/end-other.ts';
import { pairingFile } from '../../src/hub/standby/run-standby.ts';
import { takeOver } from '../../src/hub/standby/take-over.ts';
import { openStore } from '../../src/store/store.ts';
import { runRequest } from '../run-request.ts';

const HELP = `Usage: npm run take-over -- --data DIR

Makes the store of a data folder the log that goes on, without a page: a standby's copy where nobody can reach its page, or
a hub's own store after another one took over that is gone for good. Neither may run. A new epoch begins, and every series
carries a letter more for the rest of the day, since nobody can tell what the other one gave. A hub of an earlier epoch
acknowledges nothing more once a screen has told it.

  --data DIR     the data folder; its keys/ must be there (default data)
  --help         this text

Exit code 0 when it is done, 1 when it was refused and nothing was changed, 2 for a wrong command line.`;

/** What the command line asks for; a sentence when it is wrong. */
function readRequest() {
  const options = { data: { type: 'string', default: 'data' }, help: { type: 'boolean', default: false } } as const;
  const { values } = parseArgs({ args: process.argv.slice(2), options });
  if (values.help) return 'help';
  const folder = resolve(values.data);
  return existsSync(join(folder, 'markaz.db')) ? { folder } : `There is no store in ${folder}.`;
}

function lead({ folder }: { readonly folder: string }): void {
  const migrations = resolve(import.meta.dirname, '../../migrations');
  const store = openStore({ folder, migrations, centreId: null, newHubId: '', now: Date.now() });
  try {
    const by = userInfo().username;
    const order = {
      by,
      at: Date.now(),
      silentMs: Number.POSITIVE_INFINITY,
      isWhole: false,
      isByHand: true,
      seen: [],
      leap: randomInt(1_000, 1_000_000),
      draw: randomInt,
    };
    const epoch = takeOver(store, order);
    // It stands by for nobody any more, also after its next start.
    if (existsSync(pairingFile(folder))) renameSync(pairingFile(folder), join(folder, LED_FILE));
    console.log(
      `${folder} goes on as the hub of epoch ${epoch}, from event ${store.head().seq} on. Start its hub now.`,
    );
  } finally {
    store.close();
  }
}

await runRequest(HELP, readRequest, lead);
