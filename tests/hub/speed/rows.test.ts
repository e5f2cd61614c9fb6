import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { benchCentre } from '../../../scripts/bench/hall/bench-centre.ts';
import { fillTokens } from '../../../scripts/bench/hall/fill-tokens.ts';
import { openStore } from '../../../src/store/store.ts';
import { bareHall } from '../../support/bare-hall.ts';
import { MIGRATIONS, testFolder } from '../../support/folder.ts';
import { plansOf, watchStatements } from '../../support/watch-statements.ts';

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
  return { label, rows, statements: [...statements], plans: plansOf(file, statements) };
}

it('a call reads as many rows with ten thousand waiting as with a hundred, and goes through no table that grows', async () => {
  const [few, many] = [await askedByCall(100), await askedByCall(10_000)];
  expect(few.label).toBeDefined();
  expect(many.label).toBeDefined();
  expect(few.statements.length).toBeGreaterThan(5);
  expect(many.rows).toBe(few.rows);
  expect(few.plans.filter((step) => /^SEARCH token USING (?:COVERING )?INDEX token_waiting/.test(step))).not.toEqual(
    [],
  );
  // One row of a sum may be made of all that wait.
  expect(many.statements.filter((sql) => /\b(?:count|sum|min|max|avg|total)\s*\(/i.test(sql))).toEqual([]);
  expect([...few.plans, ...many.plans].filter((step) => /^SCAN (?:token|event|command|call|slip)$/.test(step))).toEqual(
    [],
  );
});
