import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join as path } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../../scripts/free-port.ts';
import type { StandbyState } from '../../../src/protocol/standby/standby-page.ts';
import { hubWithKiosk } from '../../support/alone.ts';
import { ROOT, testFolder } from '../../support/folder.ts';
import { CLI } from '../../support/hub-process.ts';
import { approved, SECOND_PIN } from '../../support/staff.ts';
import { kiosk, wishFor } from '../../support/test-hub.ts';

const IN_TIME = { timeout: 60_000, interval: 100 };

/** A hub's command line that stands by for another, in a process of its own. */
async function standbyProcess(of: string) {
  const folder = testFolder();
  const args = ['--standby-of', of, '--data', folder, '--port', '0', '--lan', `127.0.0.1:${await freePort()}`];
  const child = fork(CLI, args, { cwd: ROOT, silent: true });
  onTestFinished(() => void child.kill('SIGKILL'));
  const told = async () => ((await once(child, 'message')) as [{ readonly url: string }])[0];
  const { url } = await told();
  const state = async () =>
    ((await (await fetch(`${url}/api/standby`)).json()) as { readonly value: StandbyState }).value;
  const post = (wish: object) =>
    fetch(`${url}/api/standby`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify(wish),
    }).then((res) => res.json() as Promise<object>);
  return { folder, child, told, state, post };
}

it(
  'is what the command line starts: it pairs, follows, takes over, and is the hub in the same process',
  { timeout: 120_000 },
  async () => {
    const net = await hubWithKiosk();
    const { folder, child, told, state, post } = await standbyProcess(net.url);
    await expect.poll(async () => (await state()).pairing?.code, IN_TIME).toMatch(/^\d{6}$/);
    const { code = '' } = (await state()).pairing ?? {};
    await approved(net.manager, 'pairDevice', { code, name: 'Standby', kind: 'standby', place: null });
    await expect.poll(async () => (await state()).pairing?.isEntered, IN_TIME).toBe(true);
    await post({ wordsAreSame: true });
    expect((await kiosk(net.hub).done('issue', wishFor('domicile'))).label).toBe('A-001');
    await expect.poll(async () => (await state()).managers.length, IN_TIME).toBe(1);
    await net.manager.see('manager', ({ keeping }) => keeping.standbys[0]?.behind === 0);
    const hub = told();
    expect(await post({ staffId: 1, secondPin: SECOND_PIN, endsOther: true })).toMatchObject({ ok: true });
    const next = { url: (await hub).url };
    expect((await kiosk(next).done('issue', wishFor('domicile'))).label).toBe('A-002');
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    // By hand, where there is no page: the store goes on in another epoch, and every series carries a letter more.
    const { stdout, status } = spawnSync(
      process.execPath,
      [path(ROOT, 'scripts/take-over/take-over.ts'), '--data', folder],
      { cwd: ROOT, encoding: 'utf8' },
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/goes on as the hub of epoch \d{4,}/);
    const again = fork(CLI, ['--data', folder, '--port', '0'], { cwd: ROOT, silent: true });
    onTestFinished(() => void again.kill('SIGKILL'));
    const [{ url }] = (await once(again, 'message')) as [{ url: string }];
    expect((await kiosk({ url }).done('issue', wishFor('domicile'))).label).toMatch(/^A[A-Z]-0/);
  },
);
