import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { type CliOptions, readCommandLine } from '../../src/hub/cli-options.ts';
import { hostReaders } from '../../src/main/device-host.ts';
import { choiceInArguments, choiceOf, readChoice, saveChoice } from '../../src/main/mode.ts';
import { runShell } from '../../src/main/shell.ts';
import { screensOf } from '../../src/main/windows.ts';
import { standIn } from '../support/electron/electron-port.ts';
import { ROOT, testFolder } from '../support/folder.ts';
import { handReader } from '../support/devices/hand-reader.ts';

const options = (args: string[], found?: string) => ({ args, root: ROOT, findHub: async () => found });

/** What the hub's process makes of what the shell gave it. */
function givenTo({ forked }: { readonly forked: readonly string[][] }): CliOptions {
  const request = readCommandLine(forked[0] ?? []);
  if (request.kind !== 'start') throw new Error(JSON.stringify(request));
  return request.options;
}

/** A hub that the shell has started so. */
async function hubOf(...args: string[]) {
  const { port, asked } = standIn(testFolder());
  await runShell(port, options(['--mode=hub', ...args]));
  return { asked, given: givenTo(asked) };
}

/** Where phones are listened to. */
const at = (citizenHost: string, citizenPort: number) => ({ citizenHost, citizenPort });

describe('the shell', () => {
  it('opens a kiosk full screen, sandboxed, isolated, on its hub, and denies everything else', async () => {
    const { port, asked, contents, permissions } = standIn(testFolder());
    await runShell(
      port,
      options(['--mode=kiosk', '--hub=http://127.0.0.1:4810', '--place=2', '--some-electron-switch']),
    );
    expect(asked.urls).toEqual(['http://127.0.0.1:4810/kiosk/?kiosk=2']);
    expect(asked.windows[0]).toMatchObject({
      kiosk: true,
      fullscreen: true,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false },
    });
    expect(permissions).toEqual([false, false, false]);
    expect((contents.get('open') as () => object)()).toEqual({ action: 'deny' });
    const navigate = (url: string) => {
      const preventDefault = vi.fn<() => void>();
      (contents.get('will-navigate') as (event: object) => void)({ url, preventDefault });
      return preventDefault.mock.calls.length === 1;
    };
    expect(['http://evil.example/', 'file:///etc/passwd', 'not a url'].map(navigate)).toEqual([true, true, true]);
    expect(navigate('http://127.0.0.1:4810/kiosk/')).toBe(false);
  });

  it('runs a whole centre: the hub in a process of its own, and all screens', async () => {
    const { port, asked } = standIn(testFolder());
    await runShell(port, options(['--mode=all']));
    expect(asked.forked[0]).toContain('--demo');
    expect(asked.urls.map((url) => new URL(url).pathname)).toEqual(['/', '/kiosk/', '/operator/', '/counter-display/']);
  });

  it('runs a real hub without the demo', async () => {
    const { port, asked } = standIn(testFolder());
    await runShell(port, options(['--mode=hub']));
    expect(asked.forked[0]).not.toContain('--demo');
    expect(asked.forked[0]).not.toContain('--lan');
  });

  it('puts a hub that has an address on the network', async () => {
    const { asked, given } = await hubOf('--hub=https://192.168.1.10:4811');
    expect(given.lan).toEqual({ host: '192.168.1.10', port: 4_811 });
    expect(asked.urls).toEqual(['http://127.0.0.1:4810/']);
  });

  it('lets citizens’ phones come by at the hub’s own address, and slips say so', async () => {
    const own = await hubOf('--hub=https://192.168.1.10:4811');
    expect(own.given).toMatchObject({ ...at('192.168.1.10', 4_812), citizenUrl: 'http://192.168.1.10:4812' });
    // A hub that is named to no other machine keeps to itself.
    const alone = await hubOf();
    expect(alone.given).toMatchObject({ ...at('127.0.0.1', 4_811), citizenUrl: null });
  });

  it('lets phones come by where it was told', async () => {
    const everywhere = await hubOf('--hub=https://192.168.1.10:4811', '--citizen-listen=0.0.0.0:80');
    expect(everywhere.given).toMatchObject({ ...at('0.0.0.0', 80), citizenUrl: 'http://192.168.1.10' });
    const alone = await hubOf('--citizen-listen=10.0.0.2:8080', '--citizen-url=https://hall.example/phones');
    expect(alone.given).toMatchObject({ ...at('10.0.0.2', 8_080), citizenUrl: 'https://hall.example/phones' });
    const none = await hubOf('--hub=https://192.168.1.10:4811', '--citizen-listen=none');
    expect(none.given).toMatchObject({ ...at('127.0.0.1', 4_811), citizenUrl: null });
  });

  it('lets a hub stand by for another one, with phones of its own for when it leads', async () => {
    const { given } = await hubOf('--hub=https://192.168.1.11:4811', '--standby-of=https://192.168.1.10:4811');
    expect(given).toMatchObject({
      standbyOf: 'https://192.168.1.10:4811',
      lan: { host: '192.168.1.11', port: 4_811 },
      citizenUrl: 'http://192.168.1.11:4812',
    });
  });

  it('keeps where phones come by for the next start', async () => {
    const userData = testFolder();
    const first = standIn(userData);
    const running = runShell(first.port, options([]));
    await expect.poll(() => first.ipc.has('choose-mode')).toBe(true);
    const choose = first.ipc.get('choose-mode') as (event: object, values: object) => void;
    const phones = { citizenListen: '10.0.0.2:8080', citizenUrl: 'http://hall.example' };
    choose({ senderFrame: { url: 'file:///first-run.html' } }, { mode: 'hub', hub: '', ...phones });
    await running;
    const second = standIn(userData);
    await runShell(second.port, options([]));
    for (const { asked } of [first, second])
      expect(givenTo(asked)).toMatchObject({ ...at('10.0.0.2', 8_080), citizenUrl: 'http://hall.example' });
  });

  it('asks first where nothing was chosen, takes the answer from its own page alone, and keeps it', async () => {
    const userData = testFolder();
    const { port, asked, ipc } = standIn(userData);
    const running = runShell(port, options([], 'http://127.0.0.1:4810'));
    await expect.poll(() => ipc.has('choose-mode')).toBe(true);
    const choose = ipc.get('choose-mode') as (event: object, values: object) => void;
    choose({ senderFrame: { url: 'http://evil.example/' } }, { mode: 'hub' });
    choose({ senderFrame: { url: 'file:///first-run.html' } }, { mode: 'emperor' });
    expect(asked.forked).toEqual([]);
    choose({ senderFrame: { url: 'file:///first-run.html' } }, { mode: 'board', place: 'hall-1', hub: '' });
    await running;
    expect(asked.files.every((file) => existsSync(file))).toBe(true);
    expect(asked.urls).toEqual(['http://127.0.0.1:4810/counter-display/?hall=hall-1']);
    expect(JSON.parse(readFileSync(join(userData, 'mode.json'), 'utf8'))).toEqual({
      mode: 'board',
      hub: null,
      standbyOf: null,
      citizenListen: null,
      citizenUrl: null,
      place: 'hall-1',
      readers: [],
    });
    const second = standIn(userData);
    await runShell(second.port, options([], 'http://127.0.0.1:4810'));
    expect(second.asked.urls).toEqual(asked.urls);
  });

  it('a second one quits at once', async () => {
    const { port, asked, quit } = standIn(testFolder(), false);
    await runShell(port, options(['--mode=all']));
    expect([asked.windows.length, quit.mock.calls.length]).toEqual([0, 1]);
  });
});

describe('the readers of a machine', () => {
  it('are heard by the page of its window, and closed with the app', async () => {
    const { port, asked } = standIn(testFolder());
    const { reader, read, become } = handReader();
    const close = vi.spyOn(reader, 'close');
    const ended: (() => void)[] = [];
    const ipc = new Map<string, (event: object) => void>();
    const app = { on: (_: string, handler: () => void) => ended.push(handler) };
    const ipcMain = { on: (channel: string, handler: (event: object) => void) => void ipc.set(channel, handler) };
    const window = port.createWindow({});
    const make = (address: string) => (address === 'hid' ? reader : undefined);
    let nowMs = 1_000;
    hostReaders({ app, ipcMain } as never, window, ['hid', 'nonsense'], make, () => nowMs);
    become('ready');
    read('3520212345673\u00e9');
    expect(asked.sent).toEqual([
      ['readers', [{ address: 'hid', state: 'ready', agoMs: null }]],
      ['read', '3520212345673\u00e9'],
      ['readers', [{ address: 'hid', state: 'ready', agoMs: 0 }]],
    ]);
    // A page that is loaded later asks; another window learns nothing.
    nowMs += 3_000;
    ipc.get('readers')?.({ sender: {} });
    ipc.get('readers')?.({ sender: window.webContents });
    expect(asked.sent.slice(3)).toEqual([['readers', [{ address: 'hid', state: 'ready', agoMs: 3_000 }]]]);
    ended.forEach((end) => end());
    expect(close).toHaveBeenCalledOnce();
  });
});

describe('a choice of mode', () => {
  it('is read from untrusted values only where they are well-formed', () => {
    expect(choiceOf({ mode: 'kiosk', hub: 'javascript:alert(1)', place: '../..' })).toEqual({
      mode: 'kiosk',
      hub: null,
      standbyOf: null,
      citizenListen: null,
      citizenUrl: null,
      place: null,
      readers: [],
    });
    expect(choiceOf({ mode: 'emperor' })).toBeUndefined();
    const bad = { mode: 'hub', citizenListen: 'hall:99999', citizenUrl: 'javascript:alert(1)' };
    expect(choiceOf(bad)).toMatchObject({ citizenListen: null, citizenUrl: null });
    expect(choiceInArguments(['.', '--mode=operator', '--place', '7', '--reader=hid', '--reader=lpt1'])).toEqual({
      mode: 'operator',
      hub: null,
      standbyOf: null,
      citizenListen: null,
      citizenUrl: null,
      place: '7',
      readers: ['hid'],
    });
    const standby = ['.', '--mode=hub', '--hub=https://a.example:4843', '--standby-of=https://b.example:4843'];
    expect(choiceInArguments(standby)).toMatchObject({ standbyOf: 'https://b.example:4843' });
    expect(choiceInArguments(['.'])).toBeUndefined();
  });

  it('is kept in a file, and a damaged file is no choice', () => {
    const file = join(testFolder(), 'deep', 'mode.json');
    expect(readChoice(file)).toBeUndefined();
    const choice = { mode: 'hub', hub: null, standbyOf: null, citizenUrl: null, place: null, readers: [] } as const;
    saveChoice(file, { ...choice, citizenListen: 'none' });
    expect(readChoice(file)).toEqual({ ...choice, citizenListen: 'none' });
  });

  it('opens a counter’s console at its place', () => {
    expect(screensOf({ mode: 'operator', place: '7' })).toEqual([
      { path: '/operator/?counter=7', isKiosk: false, hasReaders: true },
    ]);
  });
});
