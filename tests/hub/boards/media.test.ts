import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join as path } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rangeOf } from '../../../src/hub/boards/send-media.ts';
import { join, testHub } from '../../support/test-hub.ts';

describe('a part of a file', () => {
  it.each([
    [undefined, 10, [0, 9]],
    ['bytes=0-', 10, [0, 9]],
    ['bytes=2-5', 10, [2, 5]],
    ['bytes=2-50', 10, [2, 9]],
    ['bytes=-3', 10, [7, 9]],
    ['bytes=-30', 10, [0, 9]],
    ['bytes=-0', 10, undefined],
    ['bytes=10-', 10, undefined],
    ['bytes=5-2', 10, undefined],
    ['bytes=-5', 0, undefined],
    ['lines=1-2', 10, [0, 9]],
  ] as const)('%s of %d bytes is %j', (header, size, range) => {
    expect(rangeOf(header, size)).toEqual(range);
  });
});

describe('the media of a hub', () => {
  it('outlive odd requests, players that go away, and a folder that somebody takes away', async () => {
    const hub = await testHub();
    const board = join(hub, { screen: 'board', hallId: null });
    writeFileSync(path(hub.folder, 'media/empty.mp4'), '');
    writeFileSync(path(hub.folder, 'media/film.mp4'), Buffer.alloc(20_000_000));
    await board.see('board', ({ media }) => media.length === 2);
    const get = (name: string, range: string, signal?: AbortSignal) =>
      fetch(`${hub.url}/media/${name}`, { headers: { range }, ...(signal ? { signal } : {}) });
    expect((await get('empty.mp4', 'bytes=-5')).status).toBe(416);
    expect((await get('film.mp4', 'bytes=-0')).status).toBe(416);
    const files = () => readdirSync('/proc/self/fd').length;
    const before = files();
    for (let i = 0; i < 20; i += 1) {
      const player = new AbortController();
      await get('film.mp4', 'bytes=0-', player.signal);
      player.abort();
    }
    await expect.poll(files).toBeLessThan(before + 10);
    rmSync(path(hub.folder, 'media'), { recursive: true });
    await board.see('board', ({ media }) => media.length === 0);
    expect((await get('film.mp4', 'bytes=0-')).status).toBe(404);
  });
});
