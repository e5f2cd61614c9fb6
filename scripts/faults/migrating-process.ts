// Brings a store to the newest schema in a process of its own, whose writes can be recorded: `migrating-process.ts FILE
// [bare]`. `bare`: without transactions, and with its version written at the end, as the control of the migrations.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';

const [file = '', how] = process.argv.slice(2);
const folder = resolve('migrations');
const db = openDatabase(file);

function migrateBare(): void {
  const at = Number(db.pragma('user_version', { simple: true }));
  const due = readdirSync(folder).filter((name) => /^\d{4}-.*\.sql$/.test(name) && Number(name.slice(0, 4)) > at);
  for (const name of due.toSorted()) db.exec(readFileSync(join(folder, name), 'utf8'));
  db.pragma(`user_version = ${Number(due.toSorted().at(-1)?.slice(0, 4))}`);
}

if (how === 'bare') migrateBare();
else migrate(db, folder);
process.kill(process.pid, 'SIGKILL');
