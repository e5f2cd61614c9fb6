import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openReadOnly } from '../../src/store/database.ts';
import { tablesThatDiffer } from '../../src/store/log/rebuild.ts';
import { checkLog, lostCommands } from '../../scripts/day/check-log.ts';
import type { Reply } from '../../src/protocol/replies.ts';
import { readCommandLine } from '../../src/hub/cli-options.ts';
import { MIGRATIONS, ROOT, testFolder } from '../support/folder.ts';
import { CLI, startProcess } from '../support/hub-process.ts';
import { kiosk, operator, wishFor } from '../support/test-hub.ts';

const run = (...args: string[]) =>
  spawnSync(process.execPath, [CLI, ...args], { cwd: ROOT, encoding: 'utf8', timeout: 15_000 });

describe('the hub’s command line', () => {
  it('tells all its options', () => {
    const { stdout, status } = run('--help');
    expect(status).toBe(0);
    for (const option of ['--port', '--data', '--centre', '--demo', '--clock', '--printer', '--lan'])
      expect(stdout).toContain(option);
  });

  it.each([
    [['--bogus'], "Unknown option '--bogus'"],
    [['--centre', 'nowhere.yaml'], 'cannot be read'],
  ])('refuses %j with one line and exit code 2', (args, line) => {
    const { stderr, status } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(line);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    [['--bogus'], "Unknown option '--bogus'"],
    [['--port', 'x'], '--port takes'],
    [['--port', '70000'], '--port takes'],
    [['--clock', '60'], '--clock needs --demo'],
    [['--printer', 'nonsense'], '--printer takes'],
    [['--reader', '1=lpt1'], '--reader takes'],
    [['--citizen-per-address', '0'], '--citizen-per-address takes'],
    [['--api-origin', 'https://app.example/page'], '--api-origin takes'],
    [['--citizen-listen', '8080'], '--citizen-listen takes'],
    [['--lan', '127.0.0.1:0', '--demo'], '--lan is refused'],
    [['--api-listen', '127.0.0.1:0', '--demo'], '--api-listen is refused'],
    [['--api-listen', 'here'], '--api-listen takes HOST:PORT'],
    [['--lan', 'here'], '--lan takes HOST:PORT'],
  ])('reads in %j what is wrong with it', (args, line) => {
    const request = readCommandLine(args);
    expect(request).toMatchObject({ kind: 'wrong', line: expect.stringContaining(line) as string });
  });

  it('names the line of a fault in the centre file', () => {
    const file = join(testFolder(), 'bad.yaml');
    writeFileSync(file, 'id: x\nname: { en: X, ur: X }\ntimeZone: Mars/Base\n');
    const { stderr, status } = run('--centre', file);
    expect(status).toBe(2);
    expect(stderr).toContain('line 3: timeZone: not a time zone');
  });

  it('says plainly that a port is taken, and that a folder cannot be written', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const taken = run('--port', String(port), '--data', testFolder());
    other.close();
    expect([taken.status, taken.stderr.trim()]).toEqual([
      2,
      `Port ${port} is taken by another program. Stop it, or give another --port.`,
    ]);
    const phones = createServer().listen(0, '127.0.0.1');
    await once(phones, 'listening');
    const listen = `127.0.0.1:${(phones.address() as AddressInfo).port}`;
    const guests = run('--demo', '--port', '0', '--citizen-listen', listen, '--data', testFolder());
    phones.close();
    expect([guests.status, guests.stderr]).toEqual([2, expect.stringContaining('give another --citizen-listen.')]);
    const file = join(testFolder(), 'file');
    writeFileSync(file, '');
    // In /proc, Node's recursive mkdir never came back, and the lock file failed with a stack.
    for (const folder of [join(file, 'data'), '/proc', '/proc/data']) {
      const unwritable = run('--data', folder);
      expect([unwritable.status, unwritable.stderr.trim().split('\n').length]).toEqual([2, 1]);
      expect(unwritable.stderr).toContain('unwritable');
    }
  });

  it('ends cleanly at Ctrl-C, and a second start keeps the data', async () => {
    const folder = testFolder();
    const first = await startProcess(folder, '--port', '0');
    await kiosk(first).done('issue', wishFor('domicile'));
    first.child.kill('SIGINT');
    expect(await once(first.child, 'exit')).toEqual([0, null]);
    const second = await startProcess(folder, '--port', '0');
    expect(await kiosk(second).done('issue', wishFor('domicile'))).toMatchObject({ label: 'B-002', ahead: 1 });
  });
});

describe('kill -9 of the hub', () => {
  it('loses nothing that was acknowledged and doubles nothing, and screens come back by themselves', async () => {
    const folder = testFolder();
    let hub = await startProcess(folder, '--port', '0');
    const port = new URL(hub.url).port;
    const [citizen, ali] = [kiosk(hub), operator(hub, 1)];
    await ali.done('openCounter', { operator: 'Ali' });
    const acknowledged: { id: string; reply: Reply }[] = [];
    const labels: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const burst = Array.from({ length: 60 }, async () => {
        const reply = await citizen.send('issue', wishFor('domicile')).catch(() => undefined);
        if (!reply) return;
        acknowledged.push({ id: reply.id ?? '', reply });
        if (reply.ok) labels.push(reply.result.label ?? '');
      });
      setTimeout(() => hub.child.kill('SIGKILL'), 5 + round * 12);
      await once(hub.child, 'exit');
      await Promise.all(burst);
      hub = await startProcess(folder, '--port', port, '--citizen-listen', '127.0.0.1:0');
      await new Promise<void>((resolve) =>
        citizen.socket.connected ? resolve() : void citizen.socket.once('connect', resolve),
      );
      await ali.see('counter', (view) => view.status === 'open');
    }
    const last = await citizen.done('issue', wishFor('domicile'));
    labels.push(last.label ?? '');
    hub.child.kill('SIGTERM');
    await once(hub.child, 'exit');

    const file = join(folder, 'markaz.db');
    expect(new Set(labels).size).toBe(labels.length);
    expect(lostCommands(file, acknowledged)).toEqual([]);
    expect(checkLog(file)).toMatchObject({ doubleNumbers: 0, faults: [] });
    const db = openReadOnly(file);
    expect(tablesThatDiffer(db, MIGRATIONS)).toEqual([]);
    db.close();
  }, 60_000);
});

describe('the announcement by mDNS', () => {
  it('lets a screen on this machine find the hub', async () => {
    const { findHub } = await import('../../src/main/find-hub.ts');
    const hub = await startProcess(testFolder(), '--port', '0');
    // Hubs of other tests may be there at the same time.
    await expect.poll(() => findHub(10_000, '127.0.0.1'), { timeout: 60_000 }).toBe(hub.url);
  });
});
