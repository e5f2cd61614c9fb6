import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { hostReaders } from '../../src/main/device-host.ts';
import { choiceInArguments, choiceOf, readChoice, saveChoice } from '../../src/main/mode.ts';
import { runShell } from '../../src/main/shell.ts';
import { screensOf } from '../../src/main/windows.ts';
import { standIn } from '../support/electron/electron-port.ts';
import { ROOT, testFolder } from '../support/folder.ts';
import { handReader } from '../support/devices/hand-reader.ts';

const options = (args: string[], found?: string) => ({ args, root: ROOT, findHub: async () => found });

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
    const { port, asked } = standIn(testFolder());
    await runShell(port, options(['--mode=hub', '--hub=https://192.168.1.10:4811']));
    expect(asked.forked[0]?.slice(0, 2)).toEqual(['--lan', '192.168.1.10:4811']);
    expect(asked.urls).toEqual(['http://127.0.0.1:4810/']);
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
      place: null,
      readers: [],
    });
    expect(choiceOf({ mode: 'emperor' })).toBeUndefined();
    expect(choiceInArguments(['.', '--mode=operator', '--place', '7', '--reader=hid', '--reader=lpt1'])).toEqual({
      mode: 'operator',
      hub: null,
      standbyOf: null,
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
    saveChoice(file, { mode: 'hub', hub: null, standbyOf: null, place: null, readers: [] });
    expect(readChoice(file)).toEqual({ mode: 'hub', hub: null, standbyOf: null, place: null, readers: [] });
  });

  it('opens a counter’s console at its place', () => {
    expect(screensOf({ mode: 'operator', place: '7' })).toEqual([
      { path: '/operator/?counter=7', isKiosk: false, hasReaders: true },
    ]);
  });
});
