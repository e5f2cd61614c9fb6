/** A bare durable insert: `durable-insert.ts FILE`; asked for `{ms}`, stores rows, each in a commit of its own. */
import Database from 'better-sqlite3';

const [file = ''] = process.argv.slice(2);
const db = new Database(file);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('CREATE TABLE IF NOT EXISTS row (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
const insert = db.prepare('INSERT INTO row (text) VALUES (?)');
const text = 'x'.repeat(200);

process.on('message', ({ ms }: { ms: number }) => {
  let rows = 0;
  const from = performance.now();
  while (performance.now() < from + ms) {
    insert.run(text);
    rows += 1;
  }
  process.send?.({ perSecond: (rows * 1_000) / (performance.now() - from) });
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
