import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { morningClock } from '../support/morning-clock.ts';
import { testFolder } from '../support/folder.ts';
import { lahore } from '../support/lahore.ts';
import { lookAt } from '../support/look-at.ts';
import { CHROMIUM, SIZES, useBrowser } from '../support/pages.ts';
import { join as connect, kiosk, operator, testHub, wishFor } from '../support/test-hub.ts';

/** Writes down every sound that the page starts: when it begins and how long it lasts, in seconds of its own clock. */
const HEAR = `window.played = []; const start = AudioBufferSourceNode.prototype.start;
  AudioBufferSourceNode.prototype.start = function (at) {
    window.played.push([at, this.buffer.duration]);
    return start.call(this, at);
  };`;
const played = (page: Page) => page.evaluate<[number, number][]>('window.played');

const CENTRE = {
  ...lahore(),
  boards: [
    { id: 'left', hallId: 'hall-1', counters: [1, 2], speaks: ['ur', 'en'], volume: 0.5, night: null },
    { id: 'right', hallId: 'hall-1', counters: [3, 4, 5], speaks: ['ur'], volume: 0.5, night: null },
  ] as const,
};

/** Somebody for each of those counters, which are open. */
async function hallOf(counters: readonly number[], more: object = {}) {
  const hub = await testHub({ centre: CENTRE, clock: morningClock, ...more });
  const citizen = kiosk(hub);
  const desks = new Map<number, ReturnType<typeof operator>>();
  for (const id of counters) {
    await citizen.done('issue', wishFor('domicile'));
    const desk = operator(hub, id);
    await desk.done('openCounter', { operator: 'Ali' });
    desks.set(id, desk);
  }
  return { hub, call: (id: number) => desks.get(id)?.done('call', {}) };
}

/** A second of moving picture, made by the browser itself. */
const video = (page: Page): Promise<string> =>
  page.evaluate<string>(`new Promise((resolve) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });
    const pen = canvas.getContext('2d');
    let turn = 0;
    const draw = setInterval(() => { pen.fillStyle = 'hsl(' + (turn += 9) + ' 60% 40%)'; pen.fillRect(0, 0, 320, 180); }, 40);
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' });
    const parts = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => {
      clearInterval(draw);
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result.split(',')[1]);
      reader.readAsDataURL(new Blob(parts));
    };
    recorder.start();
    setTimeout(() => recorder.stop(), 1500);
  })`);

describe.skipIf(!CHROMIUM)('a board that speaks', () => {
  const { open } = useBrowser();

  async function board(hub: { url: string }, id: string) {
    const page = await open('about:blank', SIZES.board, { reducedMotion: 'reduce' });
    await page.addInitScript(HEAR);
    await page.goto(`${hub.url}/counter-display/?board=${id}`);
    await page.getByText('Calls appear here').waitFor();
    const sound = page.getByRole('button', { name: 'Touch for sound' });
    if (await sound.isVisible()) await sound.click();
    return page;
  }

  it('joins the clips of a call without a gap, and keeps silent for the calls of another zone', async () => {
    const { hub, call } = await hallOf([1, 3]);
    const [left, right] = [await board(hub, 'left'), await board(hub, 'right')];
    await call(1);
    await left.getByTestId('call').waitFor();
    // Token, letter, number, counter, number: in Urdu, and then in English, since nobody waits.
    await expect.poll(async () => (await played(left)).length, { timeout: 15_000 }).toBe(10);
    const urdu = (await played(left)).slice(0, 5);
    expect(Math.min(...urdu.map(([, duration]) => duration))).toBeGreaterThan(0.1);
    const gaps = urdu.slice(1).map(([at], place) => at - urdu[place]![0] - urdu[place]![1]);
    expect(Math.max(...gaps.map(Math.abs))).toBeLessThan(1e-5);
    expect(await played(right)).toEqual([]);
    expect(await right.getByTestId('call').count()).toBe(0);
    await call(3);
    await right.getByTestId('call').waitFor();
    await expect.poll(async () => (await played(right)).length, { timeout: 15_000 }).toBe(5);
    expect(await played(left)).toHaveLength(10);
    expect([...left.errors, ...right.errors]).toEqual([]);
  });

  it('shows the pictures and videos of the centre beside the calls, quiet while somebody is called', async () => {
    const { hub, call } = await hallOf([1, 2]);
    const page = await board(hub, 'left');
    const canvas = createCanvas(1280, 720);
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#1b6b4a';
    pen.fillRect(0, 0, 1280, 720);
    writeFileSync(join(hub.folder, 'media', 'a notice.png'), canvas.toBuffer('image/png'));
    await expect
      .poll(() => page.locator('section[aria-label="Notices"] img').getAttribute('src'))
      .toBe('/media/a%20notice.png');
    await call(1);
    await page.getByTestId('call').waitFor();
    await lookAt(page, 'board-media');
    const film = Buffer.from(await video(page), 'base64');
    rmSync(join(hub.folder, 'media', 'a notice.png'));
    writeFileSync(join(hub.folder, 'media', 'film.webm'), film);
    await page.locator('video[src="/media/film.webm"]').waitFor();
    const volume = () => page.evaluate<number>('document.querySelector("video").volume');
    await expect.poll(volume, { timeout: 15_000 }).toBeCloseTo(0.5, 5);
    await call(2);
    await expect.poll(volume).toBeCloseTo(0.04, 5);
    await expect.poll(volume, { timeout: 15_000 }).toBeCloseTo(0.5, 5);
    const part = await fetch(`${hub.url}/media/film.webm`, { headers: { range: 'bytes=0-9' } });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 0-9/${film.length}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(film.subarray(0, 10))).toBe(true);
    expect((await fetch(`${hub.url}/media/..%2Fmarkaz.db`)).status).toBe(404);
    expect(page.errors).toEqual([]);
  });

  it('speaks with the voice that the centre has recorded, and says which clips it lacks', async () => {
    const folder = testFolder();
    mkdirSync(join(folder, 'voices/ur'), { recursive: true });
    const clips = { token: 'token.wav', counter: 'gone.wav' };
    writeFileSync(
      join(folder, 'voices/ur/manifest.json'),
      JSON.stringify({ name: 'Recorded by Sana', language: 'ur', clips }),
    );
    writeFileSync(join(folder, 'voices/ur/token.wav'), Buffer.alloc(64));
    const { hub, call } = await hallOf([3], { folder });
    const view = await connect(hub, { screen: 'manager', name: 'Sana' }).see('manager', () => true);
    const [urdu, english] = view.voices;
    expect(urdu).toMatchObject({ name: 'Recorded by Sana', isRecorded: true });
    expect(urdu?.missing).toContain('counter');
    expect(urdu?.missing).toHaveLength(125);
    expect(english).toMatchObject({ isRecorded: false, missing: [] });
    const page = await board(hub, 'right');
    await call(3);
    await page.getByTestId('call').waitFor();
    await page.locator('[data-fresh="false"][data-testid="call"]').waitFor();
    expect(await played(page)).toEqual([]);
    expect(page.errors).toEqual([]);
  });
});
