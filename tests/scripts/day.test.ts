import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLog } from '../../scripts/day/check-log.ts';
import { openReadOnly } from '../../src/store/database.ts';
import { tablesThatDiffer } from '../../src/store/log/rebuild.ts';
import { MIGRATIONS, ROOT, testFolder } from '../support/folder.ts';
import { startProcess } from '../support/hub-process.ts';

describe('npm run day', () => {
  it('plays a day of 200 citizens, a fifth of them with appointments, with nothing lost or doubled', async () => {
    const child = spawn(process.execPath, [join(ROOT, 'scripts/day/day.ts'), '--tokens', '200', '--port', '0'], {
      cwd: ROOT,
    });
    let said = '';
    child.stdout.on('data', (data: Buffer) => (said += String(data)));
    child.stderr.on('data', (data: Buffer) => (said += String(data)));
    const [code] = (await once(child, 'exit')) as [number];
    expect(said).toContain('double numbers: 0');
    expect(said).toContain('The day is whole.');
    expect(code).toBe(0);
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
