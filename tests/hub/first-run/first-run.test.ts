import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CentreFile } from '../../../src/protocol/centre-file.ts';
import { fileOfCentre } from '../../../src/protocol/set-up/file-of-centre.ts';
import { JOURNEY_CENTRE } from '../../support/journey-centre.ts';
import { fakePrinter } from '../../support/devices/printer-process.ts';
import { ROOT, testFolder } from '../../support/folder.ts';
import { join as joinHub, kiosk, wishFor } from '../../support/test-hub.ts';

const FILE: CentreFile = fileOfCentre({
  ...JOURNEY_CENTRE,
  services: JOURNEY_CENTRE.services.filter(({ id }) => id !== 'shut'),
});

/** Starts the hub as a process on a data folder, with nothing said of its centre. */
async function start(folder: string, ...more: string[]): Promise<{ child: ChildProcess; url: string }> {
  const args = ['--data', folder, '--port', '0', '--citizen-listen', '127.0.0.1:0', ...more];
  const child = fork(join(ROOT, 'src/hub/cli.ts'), args, { cwd: ROOT, silent: true });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return { child, url };
}

const post = async (url: string, path: string, body: unknown, headers = {}) => {
  const answer = await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body), headers });
  return {
    status: answer.status,
    ...((await answer.json()) as { ok: boolean; value?: object; error?: { code: string } }),
  };
};

async function stopped(child: ChildProcess): Promise<unknown> {
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number];
  return code;
}

describe('a hub without a centre', () => {
  it('serves the first run alone, and leaves nothing behind when it is stopped', async () => {
    const folder = testFolder();
    const { child, url } = await start(join(folder, 'data'));
    for (const path of ['/', '/kiosk/?kiosk=1', '/manager/', '/slips/1.png', '/api/slots']) {
      const answer = await fetch(`${url}${path}`, { redirect: 'manual' });
      expect([path, answer.status, answer.headers.get('location')]).toEqual([path, 302, '/first-run/']);
    }
    const offer = (await (await fetch(`${url}/api/first-run`)).json()) as { value: { example: CentreFile } };
    expect(offer.value.example.services).toHaveLength(17);
    expect(await stopped(child)).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes nothing from another site, by another name, or that is no centre', async () => {
    const { url } = await start(join(testFolder(), 'data'));
    const evil = { origin: 'http://evil.example' };
    expect(await post(url, '/api/first-run', { kind: 'demo' }, evil)).toMatchObject({ status: 403, ok: false });
    const half = { kind: 'centre', file: { ...FILE, services: [] } };
    expect(await post(url, '/api/first-run', half)).toMatchObject({ status: 400, error: { code: 'badCommand' } });
    const asked = request(`${url}/first-run/`, { headers: { host: 'markaz.example' } });
    asked.end();
    const [answer] = (await once(asked, 'response')) as [{ statusCode: number }];
    expect(answer.statusCode).toBe(421);
    expect((await fetch(`${url}/first-run/`)).ok).toBe(true);
  });

  it('prints a test slip on a printer that no centre names yet', async () => {
    const { url } = await start(join(testFolder(), 'data'));
    const printer = await fakePrinter();
    const wish = { address: printer.address, paperMm: 80 };
    expect(await post(url, '/api/first-run/test-print', wish)).toMatchObject({ value: { outcome: 'confirmed' } });
    expect((await printer.bytes()).length).toBeGreaterThan(1_000);
    const nowhere = { address: 'tcp://127.0.0.1:9', paperMm: 80 };
    expect(await post(url, '/api/first-run/test-print', nowhere)).toMatchObject({ value: { outcome: 'notSent' } });
  });

  it('becomes the hub of the centre that was set up, on the same port, and is it at the next start', async () => {
    const folder = join(testFolder(), 'data');
    const { child, url } = await start(folder);
    const ready = once(child, 'message') as Promise<[{ url: string }]>;
    const file = { ...FILE, hours: { ...FILE.hours, monday: ['00:00-24:00'] } };
    expect(await post(url, '/api/first-run', { kind: 'centre', file })).toMatchObject({ ok: true });
    expect((await ready)[0].url).toBe(url);
    expect((await kiosk({ url }).done('issue', wishFor('fine'))).label).toBe('B-001');
    expect(await stopped(child)).toBe(0);

    const again = await start(folder);
    expect((await kiosk(again).done('issue', wishFor('fine'))).label).toBe('B-002');
    const { name } = await joinHub(again, { screen: 'board', hallId: null }).see('centre', () => true);
    expect(name.en).toBe('Small Centre');
  });

  it('says so at the start when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const child = fork(join(ROOT, 'src/hub/cli.ts'), ['--data', testFolder(), '--port', String(port)], {
      cwd: ROOT,
      silent: true,
    });
    let said = '';
    child.stderr?.on('data', (data: Buffer) => (said += String(data)));
    expect(await once(child, 'exit')).toEqual([2, null]);
    expect(said).toContain(`Port ${port} is taken`);
  });
});
