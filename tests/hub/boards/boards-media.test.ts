import { readdirSync, readFileSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AskReply } from '../../../src/protocol/events.ts';
import { keptMedia } from '../../../src/hub/boards/kept-media.ts';
import { testFolder } from '../../support/folder.ts';
import { answered, approved, staffedHub } from '../../support/staff.ts';
import { join as joinHub, testHub } from '../../support/test-hub.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const OTHER = Buffer.concat([PNG, Buffer.from('another')]);

interface Taken {
  readonly name?: string;
  readonly upload?: string;
  readonly error?: { readonly code: string };
}

async function boards() {
  const hub = await testHub();
  const folder = join(hub.folder, 'media');
  const manager = joinHub(hub, { screen: 'manager', name: 'Sana' });
  const send = async (name: string, body: Buffer<ArrayBuffer> | string, headers = {}) => {
    const answer = await fetch(`${hub.url}/media?${String(new URLSearchParams({ name }))}`, {
      method: 'POST',
      body,
      headers,
    });
    return [answer.status, (await answer.json()) as Taken] as const;
  };
  const put = async (name: string, body = PNG) => {
    const [, { name: clean = '', upload = '' }] = await send(name, body);
    return manager.send('changeMedia', { files: [{ name: clean, upload }] });
  };
  const remove = (name: string) => manager.send('changeMedia', { files: [{ name, upload: null }] });
  const history = async () => {
    const reply = (await manager.ask('setUpHistory', { beforeSeq: null })) as AskReply<'setUpHistory'>;
    return reply.ok ? reply.value.entries.filter(({ media }) => media.length > 0) : [];
  };
  /** Takes the change back that is so many before the last. */
  const takeBack = async (place: number) =>
    manager.send('undoSetUp', { seq: (await history())[place]?.seq ?? 0, base: '0'.repeat(64) });
  const shown = async (name: string) => {
    const answer = await fetch(`${hub.url}/media/${encodeURIComponent(name)}`);
    return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined;
  };
  return { hub, folder, manager, send, put, remove, history, takeBack, shown };
}

const visible = (folder: string): readonly string[] => readdirSync(folder).filter((name) => !name.startsWith('.'));

describe('a picture for the boards', () => {
  it('is on every board at once, under a clean name with the ending of its content, and goes again', async () => {
    const { hub, manager, send, remove } = await boards();
    const board = joinHub(hub, { screen: 'board', hallId: null });
    const [status, { name = '', upload = '' }] = await send('../../Öffnung <neu>.jpeg', PNG);
    expect([status, name]).toEqual([200, 'ffnung -neu-.png']);
    expect((await board.see('board', () => true)).media).toEqual([]);
    expect(await manager.send('changeMedia', { files: [{ name, upload }] })).toMatchObject({ ok: true });
    const shows = (view: { media: readonly { address: string }[] }) => view.media.map(({ address }) => address);
    expect(shows(await board.see('board', ({ media }) => media.length === 1))).toEqual(['/media/ffnung%20-neu-.png']);
    const list = (await (await fetch(`${hub.url}/api/media`)).json()) as { items: { name: string; bytes: number }[] };
    expect(list.items).toMatchObject([{ name: 'ffnung -neu-.png', bytes: PNG.length, kind: 'picture' }]);
    expect(await remove(name)).toMatchObject({ ok: true });
    await board.see('board', ({ media }) => media.length === 0);
    expect(await remove(name)).toMatchObject({ error: { code: 'unknownMedia' } });
  });

  it('is in the history with who put, replaced and took it away, and each change is taken back, the last first', async () => {
    const { put, remove, history, takeBack, shown } = await boards();
    await put('door.png');
    await put('door.png', OTHER);
    await remove('door.png');
    expect((await history()).map(({ actor, kind, media }) => [actor, kind, ...media])).toEqual([
      ['Sana', 'changeMedia', { name: 'door.png', how: 'removed' }],
      ['Sana', 'changeMedia', { name: 'door.png', how: 'replaced' }],
      ['Sana', 'changeMedia', { name: 'door.png', how: 'put' }],
    ]);
    expect(await takeBack(1)).toMatchObject({ error: { code: 'setUpMoved', details: { place: 'door.png' } } });
    await takeBack(0);
    expect(await shown('door.png')).toEqual(OTHER);
    // Two further down now, since taking back is a change itself.
    await takeBack(2);
    expect(await shown('door.png')).toEqual(PNG);
    await takeBack(4);
    expect(await shown('door.png')).toBeUndefined();
    await takeBack(0);
    expect(await shown('door.png')).toEqual(PNG);
    expect((await history())[0]).toMatchObject({ kind: 'undoMedia', media: [{ name: 'door.png', how: 'put' }] });
  });

  it('that somebody put into the folder by hand is kept aside, too, when it is replaced', async () => {
    const { hub, folder, put, takeBack, shown } = await boards();
    const board = joinHub(hub, { screen: 'board', hallId: null });
    writeFileSync(join(folder, 'door.png'), OTHER);
    await board.see('board', ({ media }) => media.length === 1);
    await put('door.png');
    expect(await shown('door.png')).toEqual(PNG);
    await takeBack(0);
    expect(await shown('door.png')).toEqual(OTHER);
  });

  it('several at once are one change; a file that is kept no longer is named', async () => {
    const { folder, manager, send, history, takeBack, remove } = await boards();
    const files = await Promise.all(
      ['one.png', 'two.png'].map(async (name) => ({ name, upload: (await send(name, PNG))[1].upload ?? '' })),
    );
    expect(await manager.send('changeMedia', { files: [...files, ...files] })).toMatchObject({
      error: { code: 'mediaName' },
    });
    expect(await manager.send('changeMedia', { files })).toMatchObject({ ok: true });
    expect((await history()).map(({ media }) => media.length)).toEqual([2]);
    expect(visible(folder)).toEqual(['one.png', 'two.png']);
    expect(await manager.send('changeMedia', { files })).toMatchObject({ error: { code: 'mediaGone' } });
    await remove('one.png');
    for (const name of readdirSync(join(folder, '.kept'))) rmSync(join(folder, '.kept', name));
    expect(await takeBack(0)).toMatchObject({ error: { code: 'mediaGone' } });
  });

  it('that was stored in the log and not put there before the hub fell is put there at its next start, with all before it', async () => {
    const { hub, folder, manager, send } = await boards();
    writeFileSync(join(folder, 'door.png'), OTHER);
    const uploads: string[] = [];
    for (const name of ['door.png', 'gate.png', 'door.png']) {
      const [, { upload = '' }] = await send(name, Buffer.concat([PNG, Buffer.from(String(uploads.length))]));
      uploads.push(upload);
      await manager.done('changeMedia', { files: [{ name, upload }] });
    }
    await hub.close();
    // As if nothing of it had been done.
    const [first = '', gate = '', last = ''] = uploads;
    const kept = (version: string) => join(folder, '.kept', version);
    renameSync(join(folder, 'door.png'), kept(last));
    renameSync(join(folder, 'gate.png'), kept(gate));
    for (const version of readdirSync(join(folder, '.kept'))) {
      if (!uploads.includes(version) && version !== 'placed') renameSync(kept(version), join(folder, 'door.png'));
    }
    writeFileSync(kept('placed'), '0');
    const again = await testHub({ folder: hub.folder });
    expect(visible(folder)).toEqual(['door.png', 'gate.png']);
    expect(String(readFileSync(join(folder, 'door.png')).subarray(-1))).toBe('2');
    // What stood there before, and in between, can still be taken back.
    expect(readdirSync(join(folder, '.kept'))).toEqual(expect.arrayContaining([first]));
    const nadia = joinHub(again, { screen: 'manager', name: 'Nadia' });
    const { entries } = await answered(nadia, 'setUpHistory', { beforeSeq: null });
    for (const { seq, media } of entries.filter((one) => one.media[0]?.name === 'door.png'))
      expect([media, await nadia.send('undoSetUp', { seq, base: '0'.repeat(64) })]).toMatchObject([
        media,
        { ok: true },
      ]);
    expect(readFileSync(join(folder, 'door.png'))).toEqual(OTHER);
  });

  it('is not moved again by a start, though what it replaced is kept no longer', async () => {
    const { hub, folder, put } = await boards();
    await put('door.png');
    await put('door.png', OTHER);
    for (const version of readdirSync(join(folder, '.kept'))) rmSync(join(folder, '.kept', version));
    await hub.close();
    await testHub({ folder: hub.folder });
    expect(readFileSync(join(folder, 'door.png'))).toEqual(OTHER);
  });

  it('is taken for one change alone, and under a name that every disk and no person has', async () => {
    const { manager, send, remove } = await boards();
    const [, { upload = '' }] = await send('door.png', PNG);
    const change = (name: string) => manager.send('changeMedia', { files: [{ name, upload }] });
    expect(await Promise.all([change('door.png'), change('gate.png')])).toMatchObject([
      { ok: true },
      { error: { code: 'mediaGone' } },
    ]);
    await remove('door.png');
    expect(await change('gate.png')).toMatchObject({ error: { code: 'mediaGone' } });
    const [, { upload: fresh = '' }] = await send('con.png', PNG);
    for (const name of ['Door.png', 'con.png', '35202-1234567-1.png'])
      expect([name, await manager.send('changeMedia', { files: [{ name, upload: fresh }] })]).toMatchObject([
        name,
        { error: { code: 'mediaName' } },
      ]);
    expect((await send('35202-1234567-1 card.jpeg', PNG))[1].name).not.toContain('35202');
  });

  it('is refused when its content is of another kind than its name says, and leaves nothing behind', async () => {
    const { folder, send } = await boards();
    expect(await send('door.png', '<script>alert(1)</script>')).toMatchObject([400, { error: { code: 'mediaKind' } }]);
    expect(await send('empty.png', '')).toMatchObject([400, { error: { code: 'mediaKind' } }]);
    expect(await send('...', PNG)).toMatchObject([400, { error: { code: 'mediaName' } }]);
    expect(readdirSync(join(folder, '.kept'))).toEqual([]);
  });

  it('is refused under the ending of another kind, and by no name that leads elsewhere', async () => {
    const { manager, send } = await boards();
    const [, { upload = '' }] = await send('door.png', PNG);
    const asked = (name: string, version: string) =>
      manager.send('changeMedia', { files: [{ name, upload: version }] });
    expect(await asked('door.mp4', upload)).toMatchObject({ error: { code: 'mediaName' } });
    for (const name of ['../door.png', '.door.png', 'a/b.png', 'a\\b.png', '']) {
      expect(await asked(name, upload)).toMatchObject({ error: { code: 'badCommand' } });
    }
    for (const version of ['../../markaz.db', `../${upload}`, upload.replace('.png', '.part')]) {
      expect(await asked('door.png', version)).toMatchObject({ error: { code: 'badCommand' } });
    }
  });

  it('is refused beyond 200 MB before it is read, and nothing of one whose sender went away stays', async () => {
    const { hub, folder } = await boards();
    const said = (head: string, body: Buffer) =>
      new Promise<string>((resolve) => {
        const socket = connect(Number(new URL(hub.url).port), '127.0.0.1');
        let answer = '';
        socket.on('data', (data: Buffer) => (answer += String(data)));
        socket.on('close', () => resolve(answer));
        socket.write(`POST /media?name=film.mp4 HTTP/1.1\r\nHost: 127.0.0.1\r\n${head}\r\n\r\n`);
        socket.write(body, () => (head.includes('9'.repeat(12)) ? undefined : socket.destroy()));
      });
    expect(await said(`Content-Length: ${'9'.repeat(12)}`, PNG)).toMatch(/^HTTP\/1\.1 413 .*mediaTooLarge/s);
    await said('Content-Length: 5000', PNG);
    await expect.poll(() => readdirSync(join(folder, '.kept'))).toEqual([]);
  });

  it('is taken from no page of another site', async () => {
    const { hub, folder } = await boards();
    const headers = { origin: 'http://evil.example' };
    expect((await fetch(`${hub.url}/media?name=a.png`, { method: 'POST', body: PNG, headers })).status).toBe(403);
    expect(readdirSync(join(folder, '.kept'))).toEqual([]);
  });
});

describe('with people who sign in', () => {
  const stored = (hub: { readonly url: string }, ticket: string) =>
    fetch(`${hub.url}/media?${String(new URLSearchParams({ name: 'door.png', ticket }))}`, {
      method: 'POST',
      body: PNG,
    });

  it('a manager alone sends pictures, with a ticket that is good once, and a second PIN puts them on the boards', async () => {
    const { hub, manager, add, signIn } = await staffedHub();
    const auditor = joinHub(hub, { screen: 'manager', session: await signIn('manager', await add('Omar', 'auditor')) });
    expect((await stored(hub, '')).status).toBe(403);
    expect((await stored(hub, (await answered(auditor, 'ticket')).ticket)).status).toBe(403);
    const { ticket } = await answered(manager, 'ticket');
    const { name = '', upload = '' } = (await (await stored(hub, ticket)).json()) as Taken;
    expect((await stored(hub, ticket)).status).toBe(403);
    const files = [{ name, upload }];
    expect(await auditor.send('changeMedia', { files })).toMatchObject({ error: { code: 'notAllowed' } });
    expect(await manager.send('changeMedia', { files })).toMatchObject({ error: { code: 'approvalNeeded' } });
    expect(await approved(manager, 'changeMedia', { files })).toMatchObject({ ok: true });
    const [first] = (await answered(manager, 'setUpHistory', { beforeSeq: null })).entries;
    expect(first).toMatchObject({ actor: 'Sana', kind: 'changeMedia', media: [{ name: 'door.png', how: 'put' }] });
  });
});

describe('what is kept of pictures', () => {
  it('is dropped once no change can be taken back to it, but not what was just sent', () => {
    const folder = testFolder();
    const { pathOf, prune } = keptMedia(folder);
    const old = new Date(Date.now() - 2 * 60 * 60_000);
    for (const name of ['old', 'wanted', 'fresh']) writeFileSync(pathOf(name), PNG);
    utimesSync(pathOf('old'), old, old);
    utimesSync(pathOf('wanted'), old, old);
    prune([{ name: 'door.png', before: 'wanted', after: null }]);
    expect(readdirSync(join(folder, '.kept'))).toEqual(['fresh', 'wanted']);
  });

  it('is at most 2 GB, the newest changes first', () => {
    const folder = testFolder();
    const { pathOf, prune } = keptMedia(folder);
    const changes = ['newest', 'older', 'oldest'].map((name) => ({ name, before: name, after: null }));
    for (const { name } of changes) {
      writeFileSync(pathOf(name), '');
      // A hole takes no room on the disk.
      truncateSync(pathOf(name), 900 * 1024 * 1024);
    }
    prune(changes);
    expect(readdirSync(join(folder, '.kept'))).toEqual(['newest', 'older']);
  });
});
