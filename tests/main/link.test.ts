import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DeviceKind } from '../../src/domain/people/device.ts';
import { announceHub } from '../../src/hub/announce.ts';
import { isMaintenanceKey } from '../../src/main/ask-hub.ts';
import { findHub } from '../../src/main/find-hub.ts';
import { hostLink } from '../../src/main/link/host-link.ts';
import { readPairing, savePairing } from '../../src/hub/paired/kept-pairing.ts';
import type { Pairing } from '../../src/hub/paired/pair.ts';
import { serveScreens } from '../../src/main/link/serve-screens.ts';
import { isHub, readChoice } from '../../src/main/mode.ts';
import { runShell } from '../../src/main/shell.ts';
import { pairedScreen } from '../../src/main/windows.ts';
import { bridgeTo, pageOf, placesOf } from '../support/bridge.ts';
import { standIn } from '../support/electron/electron-port.ts';
import { ROOT, SCREENS, testFolder } from '../support/folder.ts';
import { networked } from '../support/networked.ts';
import { approved } from '../support/staff.ts';
import { wishFor } from '../support/test-hub.ts';

/** A machine that was paired as that. */
async function pairedMachine(kind: DeviceKind, place: string | null) {
  const net = await networked();
  const { code, paired } = await net.begin();
  await net.grant(code, kind, place);
  return { ...net, pairing: await paired };
}

describe('the link of a paired machine', () => {
  it('lives in the shell: its page shows the hall and gives tokens without a network of its own', async () => {
    const { pairing } = await pairedMachine('kiosk', '1');
    const shell = standIn(testFolder());
    hostLink(shell.port, shell.port.createWindow({}), placesOf(pairing), () => undefined);
    const client = pageOf(bridgeTo(shell));
    await expect.poll(() => client.getState().isLive).toBe(true);
    await expect.poll(() => client.getState().views.kiosk?.services.length).toBeGreaterThan(0);
    expect(await client.send('issue', wishFor('domicile'))).toMatchObject({ ok: true });
    expect(await client.ask({ name: 'tellReaders', payload: { readers: [] } })).toMatchObject({ ok: true });
  });

  it('is no other screen’s than what the machine was paired as, and of no other page', async () => {
    const { pairing } = await pairedMachine('kiosk', '1');
    const shell = standIn(testFolder());
    hostLink(shell.port, shell.port.createWindow({}), placesOf(pairing), () => undefined);
    const other = pageOf(bridgeTo(shell), { screen: 'board', hallId: null, boardId: null });
    await expect.poll(() => other.getState().refusal?.code).toBe('notPaired');
    const stranger = bridgeTo(shell, { url: 'https://evil.example/markaz://screens/' });
    await expect(stranger.ask('ask', { name: 'maintenance', payload: {} }, 100)).rejects.toThrow('No link');
  });

  it('is cut when the manager revokes the machine', async () => {
    const { pairing, manager } = await pairedMachine('kiosk', '1');
    const shell = standIn(testFolder());
    let failures = 0;
    hostLink(shell.port, shell.port.createWindow({}), placesOf(pairing), () => (failures += 1));
    const client = pageOf(bridgeTo(shell));
    await expect.poll(() => client.getState().isLive).toBe(true);
    await approved(manager, 'revokeDevice', { deviceId: pairing.deviceId });
    await expect.poll(() => client.getState().isLive).toBe(false);
    await expect.poll(() => failures).toBeGreaterThan(0);
  });

  it('also carries the shell’s own question for a maintenance key', async () => {
    const { pairing } = await pairedMachine('kiosk', '1');
    expect(await isMaintenanceKey({ url: 'markaz://screens', kioskId: 1, pairing }, 'no such key')).toBe(false);
  });
});

describe('the pages of a paired machine', () => {
  it('come from the app, with the hub’s policy; a few files from its hub, and nothing else', async () => {
    const { pairing } = await pairedMachine('board', null);
    const serve = serveScreens(SCREENS, () => pairing);
    const get = (path: string, init?: RequestInit) => serve(new Request(`markaz://screens${path}`, init));
    const page = await get('/counter-display/?hall=hall');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('<div id="root">');
    // Answered by the hub, over the machine's own certificate.
    expect((await get('/media/none.png')).status).toBe(404);
    // A display has no business with slips.
    for (const path of [
      '/slips/1.png',
      '/api/slots',
      '/../package.json',
      '/media/..%2fmarkaz.db',
      '/socket.io/',
      '/pair',
    ]) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
    expect((await get('/counter-display/', { method: 'POST' })).status).toBe(405);
    expect((await serve(new Request('markaz://elsewhere/counter-display/'))).status).toBe(404);
  });

  it('are those of what the manager has made it', () => {
    const path = (kind: DeviceKind, place: string | null) => pairedScreen({ kind, place });
    expect(path('kiosk', '2')).toMatchObject({ path: '/kiosk/?kiosk=2', isKiosk: true, hasReaders: true });
    expect(path('operator', null)).toMatchObject({ path: '/operator/', isKiosk: false });
    expect(path('board', 'hall')).toMatchObject({ path: '/counter-display/?hall=hall&board=hall', isKiosk: true });
    expect(path('counterDisplay', '7')).toMatchObject({ path: '/counter-display/?counter=7', isKiosk: true });
  });
});

describe('a machine that is not paired yet', () => {
  it('shows a code and six words, opens what it was made once a manager has entered the code, and keeps that', async () => {
    const net = await networked();
    const userData = testFolder();
    const shell = standIn(userData);
    const options = { args: ['--mode=kiosk', `--hub=${net.url}`], root: ROOT, findHub: async () => undefined };
    const running = runShell(shell.port, options);
    await expect.poll(() => shell.asked.sent.some(([channel]) => channel === 'pairing')).toBe(true);
    const shown = shell.asked.sent.find(([channel]) => channel === 'pairing')?.[1] as { code: string; words: string[] };
    expect(shown.words).toHaveLength(6);
    expect(shell.asked.files.at(-1)).toBe(join(ROOT, 'src/main/pairing.html'));
    // Citizens may stand before it already.
    expect(shell.asked.windows.at(-1)).toMatchObject({ kiosk: true });
    expect(shell.contents.has('before-input-event')).toBe(true);
    expect(existsSync(join(userData, 'pairing.json'))).toBe(false);
    expect(shell.asked.urls).toEqual([]);
    await net.grant(shown.code, 'operator', '1');
    // The code is the hub's word for the machine. Only somebody who stands here can say that it is the right hub.
    const lastShown = () => shell.asked.sent.at(-1)?.[1] as { isEntered?: boolean } | undefined;
    await expect.poll(() => lastShown()?.isEntered).toBe(true);
    const isSame = (sender: unknown) => (shell.ipc.get('words-same') as unknown as (event: object) => void)({ sender });
    await expect.poll(() => shell.ipc.has('words-same')).toBe(true);
    isSame({});
    expect(existsSync(join(userData, 'pairing.json'))).toBe(false);
    isSame((shell.windows.at(-1) as { readonly webContents: object }).webContents);
    await running;
    // It said that it is a kiosk; the manager has made it a console.
    expect(shell.asked.urls).toEqual(['markaz://screens/operator/?counter=1']);
    const cancelled = (url: string) => {
      let cancel: boolean | undefined;
      const decide = (answer: { readonly cancel: boolean }) => (cancel = answer.cancel);
      (shell.ofSession.get('request') as unknown as (details: object, decide: unknown) => void)({ url }, decide);
      return cancel;
    };
    expect([net.url, 'https://evil.example/', 'ws://127.0.0.1:1'].map(cancelled)).toEqual([true, true, true]);
    expect(cancelled('markaz://screens/operator/')).toBe(false);
    expect(shell.ofProtocol.has('markaz')).toBe(true);

    expect(statSync(join(userData, 'pairing.json')).mode & 0o777).toBe(0o600);
    const second = standIn(userData);
    await runShell(second.port, options);
    expect(second.asked.urls).toEqual(shell.asked.urls);
    expect(second.asked.sent).toEqual([]);
  });

  it('forgets that it was paired once the hub does not know it any more', async () => {
    const { pairing, manager } = await pairedMachine('kiosk', '1');
    const userData = testFolder();
    const file = join(userData, 'pairing.json');
    savePairing(file, pairing);
    await approved(manager, 'revokeDevice', { deviceId: pairing.deviceId });
    const shell = standIn(userData);
    const options = { args: ['--mode=kiosk', `--hub=${pairing.url}`], root: ROOT, findHub: async () => undefined };
    await runShell(shell.port, options);
    pageOf(bridgeTo(shell));
    await expect.poll(() => shell.asked.exits).toEqual(['relaunch', 0]);
    expect(existsSync(file)).toBe(false);
  });

  it('finds by mDNS the address at which it is to be paired', async () => {
    const end = announceHub({ id: 'small', name: 'Small' }, new URL('https://127.0.0.1:4811'));
    onTestFinished(() => end());
    expect(await findHub(10_000, '127.0.0.1')).toBe('https://127.0.0.1:4811');
  });

  it('takes nobody for a hub who tells of one in plain on the network', () => {
    expect(isHub('http://10.6.6.6:80')).toBe(false);
    expect(isHub('https://10.0.0.5:4811')).toBe(true);
  });

  it('stays with the hub that it was paired with, whoever else answers, and while that one is not up', async () => {
    const { pairing } = await pairedMachine('kiosk', '1');
    for (const found of [undefined, 'https://127.0.0.1:1']) {
      const userData = testFolder();
      savePairing(join(userData, 'pairing.json'), pairing);
      const shell = standIn(userData);
      await runShell(shell.port, { args: ['--mode=kiosk'], root: ROOT, findHub: async () => found });
      expect(shell.asked.urls).toEqual(['markaz://screens/kiosk/?kiosk=1']);
      expect(shell.asked.files).toEqual([]);
    }
  });

  it('is a kiosk from then on, also before it is paired again, where it was paired as one', async () => {
    const { pairing } = await pairedMachine('kiosk', '1');
    const userData = testFolder();
    savePairing(join(userData, 'pairing.json'), pairing);
    const args = ['--mode=operator', `--hub=${pairing.url}`];
    await runShell(standIn(userData).port, { args, root: ROOT, findHub: async () => undefined });
    expect(readChoice(join(userData, 'mode.json'))).toMatchObject({ mode: 'kiosk', hub: pairing.url });
  });

  it('takes no damaged file for a pairing', () => {
    const file = join(testFolder(), 'pairing.json');
    expect(readPairing(file)).toBeUndefined();
    savePairing(file, { url: 'http://127.0.0.1:1' } as Pairing);
    expect(readPairing(file)).toBeUndefined();
  });
});
