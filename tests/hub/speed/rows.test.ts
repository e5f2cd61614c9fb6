import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { benchCentre } from '../../../scripts/bench/hall/bench-centre.ts';
import { fillTokens } from '../../../scripts/bench/hall/fill-tokens.ts';
import { openStore } from '../../../src/store/store.ts';
import { bareHall } from '../../support/bare-hall.ts';
import { MIGRATIONS, testFolder } from '../../support/folder.ts';

type Read = 'get' | 'all' | 'run';

/** What was asked of the database, and how many rows it gave. */
interface Asked {
  readonly statements: Set<string>;
  rows: number;
}

/** Notes every statement that is run from now on, of databases that are opened from now on. */
function watchStatements(): Asked {
  const asked: Asked = { statements: new Set(), rows: 0 };
  const { prepare } = Database.prototype;
  onTestFinished(() => void (Database.prototype.prepare = prepare));
  Database.prototype.prepare = function watched(this: Database.Database, sql: string) {
    const statement = prepare.call(this, sql) as Database.Statement;
    for (const name of ['get', 'all', 'run'] satisfies readonly Read[]) {
      const read = statement[name].bind(statement) as (...args: unknown[]) => unknown;
      Object.assign(statement, {
        [name]: (...args: unknown[]) => {
          const answer = read(...args);
          asked.statements.add(sql);
          asked.rows += name === 'all' ? (answer as unknown[]).length : Number(name === 'get' && answer !== undefined);
          return answer;
        },
      });
    }
    return statement;
  } as typeof prepare;
  return asked;
}

/** What one call asks of the database, with so many waiting. */
async function askedByCall(waiting: number) {
  const folder = testFolder();
  const centreId = benchCentre().id;
  openStore({ folder, migrations: MIGRATIONS, centreId, newHubId: 'hub', now: 0 }).close();
  const file = join(folder, 'markaz.db');
  fillTokens(file, { waiting, past: waiting });
  const asked = watchStatements();
  const { hall, send } = await bareHall(benchCentre(), folder);
  onTestFinished(() => hall.close());
  const here = { screen: 'operator', counterId: 1 } as const;
  await send(here, 'openCounter', { operator: 'Ali' });
  asked.statements.clear();
  asked.rows = 0;
  const { label } = await send(here, 'call', {});
  const { rows, statements } = asked;
  const db = new Database(file, { readonly: true });
  const plans = [...statements]
    .filter((sql) => !/^(?:BEGIN|COMMIT|SAVEPOINT|RELEASE|ROLLBACK)/.test(sql))
    .flatMap((sql) => planOf(db, sql));
  db.close();
  return { label, rows, statements: statements.size, plans };
}

const planOf = (db: Database.Database, sql: string): readonly string[] =>
  db
    .prepare<[], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll(/[?]|@\w+/g, 'NULL')}`)
    .all()
    .map(({ detail }) => detail);

it('a call reads as many rows with ten thousand waiting as with a hundred, and goes through no table that grows', async () => {
  const [few, many] = [await askedByCall(100), await askedByCall(10_000)];
  expect(few.label).toBeDefined();
  expect(many.label).toBeDefined();
  expect(few.statements).toBeGreaterThan(5);
  expect(many.rows).toBe(few.rows);
  expect(few.plans.filter((step) => /^SEARCH token USING (?:COVERING )?INDEX token_waiting/.test(step))).not.toEqual(
    [],
  );
  expect([...few.plans, ...many.plans].filter((step) => /^SCAN (?:token|event|command|call|slip)$/.test(step))).toEqual(
    [],
  );
});
