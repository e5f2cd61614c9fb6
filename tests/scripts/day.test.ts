import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { checkLog } from '../../scripts/day/check-log.ts';
import { dayCnic } from '../../scripts/day/day-bookings.ts';
import { openingOf } from '../../scripts/day/day-plan.ts';
import { loadCentre } from '../../scripts/day/demo-hub.ts';
import { openReadOnly } from '../../src/store/database.ts';
import { tablesThatDiffer } from '../../src/store/log/rebuild.ts';
import { listen, plantInStore, tracesOf } from '../support/day-traces.ts';
import { pdfText } from '../support/files/pdf-text.ts';
import { MIGRATIONS, ROOT, testFolder } from '../support/folder.ts';
import { startProcess } from '../support/hub-process.ts';

/** A day as a process of its own, and all that it and its hub say. */
function playDay(...args: string[]) {
  const child = spawn(process.execPath, [join(ROOT, 'scripts/day/day.ts'), ...args], { cwd: ROOT });
  onTestFinished(() => void child.kill('SIGTERM'));
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => void said.push(String(data)));
  const exit = once(child, 'exit');
  return {
    child,
    said,
    exit,
    says: (what: RegExp): Promise<RegExpExecArray> =>
      vi.waitFor(() => what.exec(said.join('')) ?? Promise.reject(new Error(`It does not say ${what}.`)), 180_000),
  };
}

/** The reports of the day that the hub plays, as files. */
async function exportsOf(url: string): Promise<string[]> {
  const { day } = openingOf(loadCentre(), Date.now());
  const get = async (address: string): Promise<Buffer> => {
    const response = await fetch(`${url}/reports/${day}/${address}`);
    expect([address, response.status]).toEqual([address, 200]);
    return Buffer.from(await response.arrayBuffer());
  };
  const tables = ['by-operator.csv', 'by-service.csv', 'by-counter.csv?lang=ur'].map((name) => get(`${day}/${name}`));
  return [...(await Promise.all(tables)).map(String), pdfText(await get('day.pdf?lang=en'))];
}

/** How many citizens a store knows. */
function peopleIn(file: string): number {
  const db = openReadOnly(file);
  const row = db.prepare<[], { people: number }>('SELECT count(*) AS people FROM person').get();
  db.close();
  return row?.people ?? 0;
}

/** Every number that citizens of a day of 200 can give: a fifth book, the others come so. */
const CNICS = new Set([
  ...Array.from({ length: 40 }, (_, i) => dayCnic(i + 1)),
  ...Array.from({ length: 160 }, (_, i) => dayCnic(1_000_000 + i)),
]);
const printed = (cnic: string): string => cnic.replace(/^(\d{5})(\d{7})/, '$1-$2-');

describe('npm run day', () => {
  it('plays a day of 200 citizens, a fifth of them with appointments: nothing lost or doubled, no CNIC left or told', async () => {
    const data = testFolder();
    const day = playDay('--tokens', '200', '--port', '0', '--data', data, '--stay');
    const [, url = ''] = await day.says(/the hub listens on (http:\S+),/);
    const texts = new Map(listen(url));
    await day.says(/stays as it is/);
    texts.set('exports', await exportsOf(url));
    texts.set('output', day.said);
    // While the hub is there, its newest rows lie in the write-ahead log.
    const during = tracesOf(CNICS, data, texts);
    expect(readdirSync(data)).toContain('markaz.db-wal');
    day.child.kill('SIGINT');
    const [code] = (await day.exit) as [number];
    expect(day.said.join('')).toContain('double numbers: 0');
    expect(day.said.join('')).toContain('The day is whole.');
    expect(code).toBe(0);
    for (const [screen, frames] of texts) expect([screen, frames.length > 2]).toEqual([screen, true]);
    expect([during, tracesOf(CNICS, data, texts)]).toEqual([[], []]);

    const file = join(data, 'markaz.db');
    expect(peopleIn(file)).toBeGreaterThan(40); // They were given, and are known by their hashes.
    // Planted where they could stand, in both spellings, they are found: so what is not found is not there.
    const [first = '', second = ''] = CNICS;
    const db = plantInStore(file, second);
    writeFileSync(join(data, 'appointments/done/planted.csv'), `9${printed(first)},x`);
    texts.get('board')?.push(JSON.stringify({ ticker: `Ask ${printed(first)}` }));
    day.said.push(`no booking: ${second}`);
    expect(tracesOf(CNICS, data, texts).toSorted(([a], [b]) => a.localeCompare(b))).toEqual([
      ['board', first],
      ['markaz.db-wal', second],
      ['output', second],
      ['planted.csv', first],
    ]);
    db.close();
  }, 240_000);

  it('goes on when the hub is killed in the middle of it and started again: nothing lost, doubled or unanswered', async () => {
    const folder = testFolder();
    const clock = ['--clock', '0', '--clock-at', '2026-11-23T07:55:00+05:00'];
    let hub = await startProcess(folder, '--port', '0', ...clock);
    const day = spawn(process.execPath, [join(ROOT, 'scripts/day/day.ts'), '--tokens', '150', '--hub', hub.url], {
      cwd: ROOT,
    });
    let said = '';
    const hasBegun = new Promise<void>((resolve) => {
      day.stdout.on('data', (data: Buffer) => {
        said += String(data);
        if (said.includes('2 h 00 min')) resolve();
      });
    });
    await hasBegun;
    hub.child.kill('SIGKILL');
    await once(hub.child, 'exit');
    hub = await startProcess(folder, '--port', new URL(hub.url).port, ...clock);
    const [code] = (await once(day, 'exit')) as [number];
    expect(said).toContain('unanswered: 0');
    expect(said).toContain('The day is whole.');
    expect(code).toBe(0);
    hub.child.kill('SIGTERM');
    await once(hub.child, 'exit');
    const file = join(folder, 'markaz.db');
    const log = checkLog(file);
    expect(log).toMatchObject({ doubleNumbers: 0, faults: [] });
    expect(log.tokens).toBeGreaterThanOrEqual(150);
    const db = openReadOnly(file);
    expect(tablesThatDiffer(db, MIGRATIONS)).toEqual([]);
    db.close();
  }, 180_000);

  it('refuses a hub whose clock is not a demo clock', async () => {
    const hub = await startProcess(testFolder(), '--port', '0');
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/day/day.ts'), '--hub', hub.url], {
      cwd: ROOT,
      encoding: 'utf8',
      timeout: 30_000,
    });
    expect(status).toBe(2);
    expect(stderr).toContain('notDemoClock');
  });
});
