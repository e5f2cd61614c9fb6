import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeStore } from '../../../scripts/reports/make-store.ts';
import { addDays } from '../../../src/domain/calendar/civil-date.ts';
import { randomFrom } from '../../../src/domain/random.ts';
import { answerTask } from '../../../src/hub/reports/answer-task.ts';
import { reportSource } from '../../../src/hub/reports/facts/report-source.ts';
import { NO_FILTER } from '../../../src/domain/reports/figures/grouping.ts';
import { openReadOnly } from '../../../src/store/database.ts';
import { MIGRATIONS, testFolder } from '../../support/folder.ts';
import { lahore } from '../../support/lahore.ts';
import { plansOf, watchStatements } from '../../support/watch-statements.ts';

const FIRST_DAY = '2026-01-01';
const DAYS = 12;

/** The last day of a store of many, by service. */
async function lastDay(file: string, folder: string) {
  const db = openReadOnly(file);
  const source = reportSource(db, folder);
  while (!source.readOn());
  const day = addDays(FIRST_DAY, DAYS - 1);
  const question = { fromDay: day, toDay: day, groupBy: 'service', filter: NO_FILTER } as const;
  const report = await answerTask({ kind: 'report', question }, source.days);
  db.close();
  return report;
}

it('a day of a store that holds many reads the events of that day alone, and goes through no table', async () => {
  const [file, folder] = [join(testFolder(), 'markaz.db'), testFolder()];
  makeStore(file, MIGRATIONS, lahore(), { days: DAYS, tokensADay: 40, firstDay: FIRST_DAY }, randomFrom(3));
  const [fromLog, db] = [await lastDay(file, folder), openReadOnly(file)];
  const [total, ofLastDay] = db
    .prepare<[], [total: number, ofLastDay: number]>(
      `SELECT count(*), sum(seq > (SELECT seq FROM event WHERE kind = 'turnDay' ORDER BY seq DESC LIMIT 1 OFFSET 1))
       FROM event`,
    )
    .raw()
    .get() ?? [0, 0];
  db.close();
  expect(total).toBeGreaterThan(5 * ofLastDay);

  const asked = watchStatements();
  expect(await lastDay(file, folder)).toEqual(fromLog);
  // Beside them one row for each day that is over: the hash under which its file is believed.
  expect(asked.rows).toBeLessThanOrEqual(ofLastDay + DAYS);
  expect(asked.rows).toBeGreaterThanOrEqual(ofLastDay);
  const plans = plansOf(file, asked.statements);
  expect(plans).not.toEqual([]);
  expect(plans.filter((step) => !step.startsWith('SEARCH event USING INTEGER PRIMARY KEY'))).toEqual([]);
});
