import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';

type Read = 'get' | 'all' | 'run';

/** What was asked of the database, and how many rows it gave. */
interface Asked {
  readonly statements: Set<string>;
  rows: number;
}

/** Notes every statement that is run from now on, of databases that are opened from now on. */
export function watchStatements(): Asked {
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
    const iterate = statement.iterate.bind(statement) as (...args: unknown[]) => IterableIterator<unknown>;
    statement.iterate = function* each(...args: unknown[]) {
      asked.statements.add(sql);
      for (const row of iterate(...args)) {
        asked.rows += 1;
        yield row;
      }
    };
    return statement;
  } as typeof prepare;
  return asked;
}

const planOf = (db: Database.Database, sql: string): readonly string[] =>
  db
    .prepare<[], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll(/[?]|@\w+/g, 'NULL')}`)
    .all()
    .map(({ detail }) => detail);

/** How SQLite would go about each of them, step by step. */
export function plansOf(file: string, statements: ReadonlySet<string>): readonly string[] {
  const db = new Database(file, { readonly: true });
  const plans = [...statements]
    .filter((sql) => !/^(?:BEGIN|COMMIT|SAVEPOINT|RELEASE|ROLLBACK)/.test(sql))
    .flatMap((sql) => planOf(db, sql));
  db.close();
  return plans;
}
