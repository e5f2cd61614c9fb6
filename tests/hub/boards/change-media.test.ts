import { readdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanName, extensionOf } from '../../../src/hub/boards/media-kind.ts';
import { join as joinHub, testHub } from '../../support/test-hub.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function boards() {
  const hub = await testHub();
  const folder = join(hub.folder, 'media');
  const put = async (name: string, body: Buffer<ArrayBuffer> | string, headers = {}) => {
    const answer = await fetch(`${hub.url}/media/${name}`, { method: 'PUT', body, headers });
    return [answer.status, ((await answer.json()) as { error?: { code: string }; name?: string }) ?? {}] as const;
  };
  return { hub, folder, put };
}

describe('a picture for the boards', () => {
  it('is on every board at once, under a clean name with the ending of its content, and goes again', async () => {
    const { hub, put } = await boards();
    const board = joinHub(hub, { screen: 'board', hallId: null });
    const [status, { name }] = await put(encodeURIComponent('../../Öffnung <neu>.jpeg'), PNG);
    expect([status, name]).toEqual([200, 'ffnung -neu-.png']);
    const shows = (view: { media: readonly { address: string }[] }) => view.media.map(({ address }) => address);
    expect(shows(await board.see('board', ({ media }) => media.length === 1))).toEqual(['/media/ffnung%20-neu-.png']);
    const list = (await (await fetch(`${hub.url}/api/media`)).json()) as { items: { name: string; bytes: number }[] };
    expect(list.items).toMatchObject([{ name: 'ffnung -neu-.png', bytes: PNG.length, kind: 'picture' }]);
    const gone = await fetch(`${hub.url}/media/ffnung%20-neu-.png`, { method: 'DELETE' });
    expect(gone.status).toBe(200);
    await board.see('board', ({ media }) => media.length === 0);
    expect((await fetch(`${hub.url}/media/ffnung%20-neu-.png`, { method: 'DELETE' })).status).toBe(404);
  });

  it('is refused when its content is of another kind than its name says, and leaves nothing behind', async () => {
    const { folder, put } = await boards();
    expect(await put('door.png', '<script>alert(1)</script>')).toMatchObject([400, { error: { code: 'mediaKind' } }]);
    expect(await put('empty.png', '')).toMatchObject([400, { error: { code: 'mediaKind' } }]);
    expect(await put('...', PNG)).toMatchObject([400, { error: { code: 'mediaName' } }]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused beyond 200 MB before it is read, and nothing of one whose sender went away stays', async () => {
    const { hub, folder } = await boards();
    const said = (head: string, body: Buffer) =>
      new Promise<string>((resolve) => {
        const socket = connect(Number(new URL(hub.url).port), '127.0.0.1');
        let answer = '';
        socket.on('data', (data: Buffer) => (answer += String(data)));
        socket.on('close', () => resolve(answer));
        socket.write(`PUT /media/film.mp4 HTTP/1.1\r\nHost: 127.0.0.1\r\n${head}\r\n\r\n`);
        socket.write(body, () => (head.includes('9'.repeat(12)) ? undefined : socket.destroy()));
      });
    expect(await said(`Content-Length: ${'9'.repeat(12)}`, PNG)).toMatch(/^HTTP\/1\.1 413 .*mediaTooLarge/s);
    await said('Content-Length: 5000', PNG);
    await expect.poll(() => readdirSync(folder)).toEqual([]);
  });

  it('is taken from no page of another site', async () => {
    const { hub, folder } = await boards();
    writeFileSync(join(folder, 'door.png'), PNG);
    const headers = { origin: 'http://evil.example' };
    expect((await fetch(`${hub.url}/media/a.png`, { method: 'PUT', body: PNG, headers })).status).toBe(403);
    const other = await fetch(`${hub.url}/media/door.png`, {
      method: 'DELETE',
      headers: { origin: 'http://evil.example' },
    });
    expect(other.status).toBe(403);
    expect((await fetch(`${hub.url}/media/door.png`, { method: 'POST', body: PNG })).status).toBe(400);
    expect(readdirSync(folder)).toEqual(['door.png']);
  });
});

it('the kind of a file is told by how it begins', () => {
  const of = (bytes: string) => extensionOf(Buffer.from(bytes.padEnd(12, '\0'), 'latin1'));
  expect(of('\x89PNG\r\n\x1a\n')).toBe('.png');
  expect(of('\xff\xd8\xff\xe0')).toBe('.jpg');
  expect(of('RIFF\0\0\0\0WEBP')).toBe('.webp');
  expect(of('\0\0\0\x20ftypisom')).toBe('.mp4');
  expect(of('\x1a\x45\xdf\xa3')).toBe('.webm');
  expect(of('RIFF\0\0\0\0WAVE')).toBeUndefined();
  expect(of('<svg xmlns=')).toBeUndefined();
});

it('a name keeps what an address can carry, and is never hidden or empty', () => {
  expect(cleanName('C:\\pictures\\Door 1.PNG', '.png')).toBe('Door 1.png');
  expect(cleanName('.bashrc', '.png')).toBeUndefined();
  expect(cleanName('..', '.png')).toBeUndefined();
  expect(cleanName('دروازہ.png', '.png')).toBeUndefined();
  expect(cleanName('x'.repeat(200), '.mp4')).toHaveLength(74);
});
