import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join as path } from 'node:path';
import { expect, it } from 'vitest';
import { totalOf } from '../../../src/domain/reports/figures/add-up.ts';
import { reportSource } from '../../../src/hub/reports/facts/report-source.ts';
import { openReadOnly } from '../../../src/store/database.ts';
import { testFolder } from '../../support/folder.ts';
import { wishFor } from '../../support/test-hub.ts';
import { DAY, NO_FILTER, playedHub } from './report-day.ts';

const HOURS = 3_600_000;
const NEXT_DAY = '2026-11-24';

/** A hub with a day that is over, of which somebody waits on, and the beginning of the next. */
async function twoDays() {
  const played = await playedHub(4);
  const { hub, clock, desks, citizen } = played;
  clock.turnTo(Date.parse('2026-11-24T04:30:00+05:00'));
  await citizen.done('issue', wishFor('fine'));
  clock.turnTo(clock.at() + HOURS);
  const reply = await desks[2].send('call', {});
  await hub.close();
  return { ...played, reply };
}

/** What the facts of a store say of each day, with its files in that folder. */
function totalsOf(storeFile: string, folder: string) {
  const db = openReadOnly(storeFile);
  const source = reportSource(db, folder);
  while (!source.readOn());
  const totals = [DAY, NEXT_DAY].map((day) => totalOf(source.days(day, day), NO_FILTER));
  db.close();
  return totals;
}

it(
  'keeps a file of each day that is over, and reads the same from it as from the log',
  { timeout: 60_000 },
  async () => {
    const { hub } = await twoDays();
    const folder = testFolder();
    const fromLog = totalsOf(hub.storeFile, folder);
    expect(readdirSync(folder).filter((name) => name.endsWith('.facts'))).toHaveLength(1);
    expect(fromLog[0]?.tokens).toBeGreaterThan(6);
    expect(fromLog[0]?.carriedOver).toBeGreaterThan(0);
    expect(fromLog[1]?.tokens).toBe(1);
    expect(totalsOf(hub.storeFile, folder)).toEqual(fromLog);

    // A file of which one bit fell over is no longer believed.
    const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.facts'));
    const bytes = readFileSync(path(folder, name));
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
    writeFileSync(path(folder, name), bytes);
    expect(totalsOf(hub.storeFile, folder)).toEqual(fromLog);
    expect(readFileSync(path(folder, name)).equals(bytes)).toBe(false);
  },
);

it('does not believe the files of another log', { timeout: 60_000 }, async () => {
  const [one, other] = [await twoDays(), await playedHub(0)];
  const [folder, copied] = [testFolder(), testFolder()];
  totalsOf(one.hub.storeFile, folder);
  cpSync(folder, copied, { recursive: true });
  await other.hub.close();
  expect(totalsOf(other.hub.storeFile, copied)).toEqual(totalsOf(other.hub.storeFile, testFolder()));
});

it('keeps the facts by itself when the day turns', { timeout: 60_000 }, async () => {
  const { hub, clock, citizen } = await playedHub(0);
  clock.turnTo(Date.parse('2026-11-24T04:30:00+05:00'));
  await citizen.done('issue', wishFor('fine'));
  await expect
    .poll(() => readdirSync(path(hub.folder, 'reports')).filter((name) => name.startsWith(DAY)), { timeout: 20_000 })
    .toHaveLength(1);
});
