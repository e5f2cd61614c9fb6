import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { copyBeside } from '../../../src/hub/standby/copy-beside.ts';
import { hubWithKiosk } from '../../support/alone.ts';
import { testFolder } from '../../support/folder.ts';
import { hubWithStandby } from '../../support/standby.ts';
import { approved } from '../../support/staff.ts';
import { join as joinHub } from '../../support/test-hub.ts';

const IN_TIME = { timeout: 20_000 };
const OLD = '01900000-0000-4000-8000-000000000001.png';
const NEW = '01900000-0000-4000-8000-000000000002.png';

function writeTo(folder: string, path: string, body: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), body);
}

const readFrom = (folder: string, path: string): string | undefined =>
  existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined;

it('keeps pictures, those that can be taken back, and recorded voices as the hub has them, and nothing else', async () => {
  const { hub, pairAs, stopHub } = await hubWithKiosk();
  const film = Buffer.alloc(5_000_000, 'film');
  const same = ['media/door one.png', `media/.kept/${OLD}`, 'voices/ur/manifest.json', 'voices/pa/one.ogg'];
  for (const path of same) writeTo(hub.folder, path, `${path} as it was`);
  writeTo(hub.folder, 'media/film.mp4', film);
  const own = ['media/.hidden', 'media/.kept/half.part', 'media/empty.png', 'voices/xx/one.ogg', 'aside/markaz.db'];
  for (const path of own) writeTo(hub.folder, path, path.includes('empty') ? '' : 'not of the hall');
  const folder = testFolder();
  writeTo(folder, 'media/gone.png', 'of an earlier day');
  const copy = copyBeside(await pairAs('standby', null), folder, 50);
  onTestFinished(() => copy.close());
  for (const path of same) await expect.poll(() => readFrom(folder, path), IN_TIME).toBe(`${path} as it was`);
  await expect.poll(() => existsSync(join(folder, 'media/film.mp4')), IN_TIME).toBe(true);
  expect(readFileSync(join(folder, 'media/film.mp4')).equals(film)).toBe(true);
  for (const path of [...own, 'media/gone.png']) expect([path, existsSync(join(folder, path))]).toEqual([path, false]);
  const fileOf = (path: string): number => statSync(join(folder, path)).ino;
  const before = fileOf('voices/pa/one.ogg');
  // As long as before, and another picture.
  writeTo(hub.folder, 'media/door one.png', 'media/door one.png as it is ');
  rmSync(join(hub.folder, 'media/film.mp4'));
  await expect.poll(() => readFrom(folder, 'media/door one.png'), IN_TIME).toBe('media/door one.png as it is ');
  await expect.poll(() => existsSync(join(folder, 'media/film.mp4')), IN_TIME).toBe(false);
  expect(fileOf('voices/pa/one.ogg')).toBe(before);
  expect(copy.missing()).toBe(0);
  // A hub that is gone takes nothing from its standby.
  await stopHub();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(readFrom(folder, 'voices/pa/one.ogg')).toBe('voices/pa/one.ogg as it was');
});

it('leaves to who takes over what stood on the boards, and what can be taken back', async () => {
  const { hub, manager, standby, folder, restart, session, stopHub } = await hubWithStandby();
  const kept = join(hub.folder, 'media/.kept');
  const put = async (version: string) => {
    writeFileSync(join(kept, version), `picture ${version}`);
    await approved(manager, 'changeMedia', { files: [{ name: 'door.png', upload: version }] });
  };
  await put(OLD);
  await approved(manager, 'changeMedia', { files: [{ name: 'door.png', upload: null }] });
  await put(NEW);
  // Its first look may have been before all that.
  await standby.close();
  const { state, takeOver, asHub } = await restart();
  await expect.poll(() => readFrom(folder, 'media/door.png'), IN_TIME).toBe(`picture ${NEW}`);
  await expect.poll(() => readFrom(folder, `media/.kept/${OLD}`), IN_TIME).toBe(`picture ${OLD}`);
  await expect.poll(state, IN_TIME).toMatchObject({ behind: 0, filesMissing: 0 });
  await stopHub();
  expect(await takeOver({})).toMatchObject({ ok: true });
  const { hub: next } = await asHub();
  const shown = () => fetch(`${next.url}/media/door.png`).then((answer) => answer.text());
  expect(await shown()).toBe(`picture ${NEW}`);
  const there = joinHub(next, { screen: 'manager', session });
  await approved(there, 'changeMedia', { files: [{ name: 'door.png', upload: null }] });
  expect(readFrom(folder, `media/.kept/${NEW}`)).toBe(`picture ${NEW}`);
});
