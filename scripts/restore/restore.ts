import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { restoreStore } from '../../src/store/snapshots/restore.ts';
import { newestSnapshot, snapshotFolder } from '../../src/store/snapshots/snapshot-files.ts';
import { runRequest } from '../run-request.ts';

const HELP = `Usage: npm run restore -- --data DIR --from SNAPSHOT

Puts a snapshot in the place of the store of a data folder. The hub must be stopped. The store that is there is kept in
DIR/aside, and never deleted. No number that was given since the snapshot is given again: until the service day is over
every series carries one letter more (A-042 is followed by AK-001).

  --data DIR        the data folder; its keys/ must be there (default data)
  --from SNAPSHOT   newest, the name of a file in DIR/snapshots, or a path
  --help            this text

Exit code 0 when it is done, 1 when it was refused and nothing was changed, 2 for a wrong command line.`;

/** What the command line asks for; a sentence when it is wrong. */
function readRequest() {
  const options = {
    data: { type: 'string', default: 'data' },
    from: { type: 'string' },
    help: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ args: process.argv.slice(2), options });
  if (values.help) return 'help';
  const folder = resolve(values.data);
  const from = values.from === 'newest' ? newestSnapshot(folder)?.name : values.from;
  if (values.from === undefined) return 'Say --from newest, or which snapshot.';
  if (from === undefined) return `There is no snapshot in ${snapshotFolder(folder)}.`;
  const snapshot = [join(snapshotFolder(folder), from), resolve(from)].find((file) => existsSync(file));
  return snapshot === undefined ? `There is no snapshot ${from}.` : { folder, snapshot };
}

function putBack(request: { readonly folder: string; readonly snapshot: string }): void {
  const done = restoreStore({
    ...request,
    migrations: resolve(import.meta.dirname, '../../migrations'),
    at: Date.now(),
    actor: userInfo().username,
    draw: randomInt,
  });
  const lost = done.lostEvents === null ? 'The store before it could not be read' : `${done.lostEvents} later events`;
  console.log(`Put back: ${request.snapshot}, up to event ${done.head.seq}.`);
  console.log(`${lost}; it is kept in ${done.keptAside ?? 'no place, there was none'}.`);
  console.log(`Until ${done.restored.untilDay} is over, every series carries the letter ${done.restored.mark}.`);
}

await runRequest(HELP, readRequest, putBack);
