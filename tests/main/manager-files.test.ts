import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { DEVICE_KINDS, type DeviceKind } from '../../src/domain/people/device.ts';
import type { Limits } from '../../src/hub/limits/limits.ts';
import { savePairing } from '../../src/hub/paired/kept-pairing.ts';
import type { Pairing } from '../../src/hub/paired/pair.ts';
import { serveScreens } from '../../src/main/link/serve-screens.ts';
import { runShell } from '../../src/main/shell.ts';
import { standIn } from '../support/electron/electron-port.ts';
import { ROOT, SCREENS, testFolder } from '../support/folder.ts';
import { networked } from '../support/networked.ts';
import { answered, approved } from '../support/staff.ts';

const ORIGIN = 'markaz://screens';
const HEAD = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const MEGABYTE = 1024 * 1024;
const png = (bytes: number): Buffer<ArrayBuffer> => Buffer.concat([HEAD, Buffer.alloc(bytes - HEAD.length, 7)]);

/** A machine that was paired as a manager's, with what its page can ask for. */
async function managerMachine(limits: Partial<Limits> = {}) {
  const net = await networked(limits);
  const { code, paired } = await net.begin();
  await net.grant(code, 'manager', null);
  const pairing = await paired;
  const serve = serveScreens(SCREENS, () => pairing);
  const get = (path: string, init: object = {}) => serve(new Request(`${ORIGIN}${path}`, init));
  const ticket = async () => (await answered(net.manager, 'ticket')).ticket;
  const upload = async (name: string, body: Buffer<ArrayBuffer> | ReadableStream) => {
    const query = new URLSearchParams({ name, ticket: await ticket() });
    return get(`/media?${String(query)}`, { method: 'POST', body, duplex: 'half' });
  };
  const kept = join(net.hub.folder, 'media', '.kept');
  return { ...net, pairing, get, ticket, upload, kept };
}

interface Taken {
  readonly name: string;
  readonly upload: string;
}

describe('the files of a paired manager', () => {
  it('are those of the hub: reports for a ticket that is good once, with the name to save them under', async () => {
    const { get, ticket, clock } = await managerMachine();
    const day = new Date(clock.at()).toISOString().slice(0, 10);
    const address = `/reports/${day}/${day}/by-service.csv?lang=en`;
    expect((await get(address)).status).toBe(403);
    const one = await ticket();
    const report = await get(`${address}&ticket=${one}`);
    expect(report.status).toBe(200);
    expect(report.headers.get('content-disposition')).toContain(`${day}-by-service.csv`);
    expect(report.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await report.text()).toContain('Service');
    expect((await get(`${address}&ticket=${one}`)).status).toBe(403);
    expect((await get(`/reports/${day}/day.exe?ticket=${await ticket()}`)).status).toBe(404);
    expect(await (await get('/api/slots')).json()).toHaveProperty('slots');
  });

  it('go there, too: a picture is sent, put on the boards, and listed with what it holds', async () => {
    const { get, upload, manager } = await managerMachine();
    const picture = png(500);
    const taken = await upload('door one.png', picture);
    expect(taken.status).toBe(200);
    const { name, upload: version } = (await taken.json()) as Taken;
    await approved(manager, 'changeMedia', { files: [{ name, upload: version }] });
    const { items } = (await (await get('/api/media')).json()) as { items: { address: string; bytes: number }[] };
    expect(items).toMatchObject([{ name: 'door one.png', bytes: 500 }]);
    const shown = await get(items[0]?.address ?? '');
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(picture);
    const part = await get(items[0]?.address ?? '', { headers: { range: 'bytes=0-15' } });
    expect([part.status, Buffer.from(await part.arrayBuffer())]).toEqual([206, HEAD]);
  });

  it('are refused in the hub’s own words without a ticket, and where they are of a wrong kind', async () => {
    const { get, upload, kept } = await managerMachine();
    const stranger = await get('/media?name=door.png', { method: 'POST', body: png(500) });
    expect([stranger.status, await stranger.json()]).toMatchObject([403, { error: { code: 'notAllowed' } }]);
    for (const bytes of [500, 8 * MEGABYTE]) {
      const wrong = await upload('door.png', Buffer.alloc(bytes, 7));
      expect([bytes, wrong.status, await wrong.json()]).toMatchObject([bytes, 400, { error: { code: 'mediaKind' } }]);
    }
    expect(readdirSync(kept)).toEqual([]);
  });

  it('go through piece by piece, as long as it takes: the hub has the first of a film before its last is read', async () => {
    const { upload, kept } = await managerMachine({ slowHeadMs: 300 });
    const last = Promise.withResolvers<Uint8Array>();
    let pieces = 0;
    const film = new ReadableStream<Uint8Array>({
      async pull(to) {
        pieces += 1;
        to.enqueue(pieces === 1 ? png(MEGABYTE) : await last.promise);
        if (pieces === 2) to.close();
      },
    });
    const sending = upload('film.png', film);
    const arrived = () => readdirSync(kept).reduce((sum, name) => sum + statSync(join(kept, name)).size, 0);
    await expect.poll(arrived).toBeGreaterThan(MEGABYTE / 2);
    // Longer than the hub waits for anything else.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    last.resolve(new Uint8Array(16));
    expect((await sending).status).toBe(200);
    expect(arrived()).toBe(MEGABYTE + 16);
  });

  it('may be more at once than the hub follows connections of one machine: they wait for each other', async () => {
    const { get, hub } = await managerMachine();
    writeFileSync(join(hub.folder, 'media', 'film.png'), png(16 * MEGABYTE));
    await expect.poll(async () => (await get('/api/media')).text()).toContain('film.png');
    const held: Response[] = [];
    const all = Array.from({ length: 100 }, async () => held.push(await get('/media/film.png')));
    // Nobody reads them yet, and no more come.
    await expect.poll(() => held.length).toBeGreaterThanOrEqual(48);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(held).toHaveLength(48);
    await expect
      .poll(() => {
        for (const { body } of held) void body?.cancel();
        return held.length;
      })
      .toBe(all.length);
    expect(new Set(held.map(({ status }) => status))).toEqual(new Set([200]));
  });
});

const OF_MANAGERS = ['/api/media', '/api/slots', '/reports/2026-11-23/day.pdf?ticket=x'];

describe('a machine that is paired as anything else', () => {
  it('has none of them: its shell does not even ask the hub', async () => {
    for (const kind of DEVICE_KINDS) {
      // Where nobody answers.
      const pairing = { url: 'https://127.0.0.1:1', kind, authority: '', key: '', cert: '' } as Pairing;
      const serve = serveScreens(SCREENS, () => pairing);
      const status = async (path: string, init: object = {}) =>
        (await serve(new Request(`${ORIGIN}${path}`, init))).status;
      const isManager = kind === 'manager';
      for (const path of OF_MANAGERS)
        expect([kind, path, await status(path)]).toEqual([kind, path, isManager ? 502 : 404]);
      const posted = await status('/media?name=a.png', { method: 'POST', body: 'x' });
      expect([kind, posted]).toEqual([kind, isManager ? 502 : 405]);
      expect([kind, await status('/media', { method: 'PUT', body: 'x' })]).toEqual([kind, 405]);
    }
  });
});

/** The shell of a machine that was paired as that, and whether it denies a page a file. */
async function shellOf(kind: DeviceKind, net: Awaited<ReturnType<typeof managerMachine>>) {
  const userData = testFolder();
  savePairing(join(userData, 'pairing.json'), { ...net.pairing, kind });
  const shell = standIn(userData);
  await runShell(shell.port, {
    args: ['--mode=operator', `--hub=${net.url}`],
    root: ROOT,
    findHub: async () => undefined,
  });
  const isDenied = (page: string, file: string): boolean => {
    const preventDefault = vi.fn<() => void>();
    const download = shell.ofSession.get('will-download') as unknown as (...args: object[]) => void;
    download({ preventDefault }, { getURL: () => file }, { getURL: () => page });
    return preventDefault.mock.calls.length === 1;
  };
  const isCancelled = (url: string): boolean => {
    let cancelled = false;
    const asked = shell.ofSession.get('request') as unknown as (details: object, decide: unknown) => void;
    asked({ url }, ({ cancel }: { readonly cancel: boolean }) => (cancelled = cancel));
    return cancelled;
  };
  return { ...shell, isDenied, isCancelled };
}

describe('the shell', () => {
  it('lets the page of a paired manager save what is its own, and no other page or machine anything', async () => {
    const net = await managerMachine();
    const page = `${ORIGIN}/manager/#reports`;
    const own = [`blob:${ORIGIN}/5f1c`, `${ORIGIN}/reports/2026-11-23/day.pdf?ticket=x`];
    const { asked, isDenied, isCancelled } = await shellOf('manager', net);
    expect(asked.urls).toEqual([`${ORIGIN}/manager/`]);
    expect(asked.windows.at(-1)).toMatchObject({ kiosk: false });
    for (const file of own) expect([file, isDenied(page, file), isCancelled(file)]).toEqual([file, false, false]);
    const foreign = ['blob:markaz://screens.evil/1', 'blob:https://evil.example/1', `${net.url}/reports/x`, 'data:,x'];
    for (const file of foreign) expect([file, isDenied(page, file)]).toEqual([file, true]);
    for (const other of [`${ORIGIN}/counter-display/?replay`, 'markaz://screens.evil/manager/', 'file:///pairing.html'])
      expect([other, own.map((file) => isDenied(other, file))]).toEqual([other, [true, true]]);
    for (const kind of DEVICE_KINDS.filter((one) => one !== 'manager')) {
      const other = await shellOf(kind, net);
      expect([kind, own.map((file) => other.isDenied(page, file))]).toEqual([kind, [true, true]]);
    }
  });
});
