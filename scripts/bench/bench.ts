import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { once } from 'node:events';
import { type Browser, chromium } from 'playwright';
import { tokenKeyOf } from '../../src/hub/citizen/token-key.ts';
import { readKey } from '../../src/store/key-file.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { connectHub, type HubClient } from '../../src/renderer/hub-client.ts';
import { findChromium, HOW_TO_GET_CHROMIUM, launchOptions } from '../../tests/support/browser.ts';
import { startDemoHub } from '../day/demo-hub.ts';
import { slipTimes } from './slip-times.ts';

/** What is measured, with the goal in ms. Every figure of a screen is counted by the page that shows it. */
interface Row {
  readonly what: string;
  readonly goalMs: number;
  /** Which share of the samples has to reach the goal. */
  readonly share: 0.5 | 0.99;
  readonly samples: readonly number[];
}

const ROUNDS = 7;
const CALLS = 40;
const FURTHER_BOARDS = 11;
const SCREENS = {
  'start page': '/',
  kiosk: '/kiosk/?kiosk=1',
  'operator console': '/operator/?counter=1',
  board: '/counter-display/',
  'counter display': '/counter-display/?counter=1',
};

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;

/** First paint of a screen in a fresh profile, as the browser itself reports it. */
async function firstPaint(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load' });
  const painted = await page.evaluate<number>(`new Promise((resolve) => {
    const seen = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    const look = () => (seen() === undefined ? requestAnimationFrame(look) : resolve(seen()));
    look();
  })`);
  await context.close();
  return painted;
}

async function commander(url: string): Promise<{ kiosk: HubClient; operator: HubClient }> {
  const version = PROTOCOL_VERSION;
  const kiosk = connectHub({ screen: 'kiosk', version, device: 'bench-kiosk', kioskId: 1 }, url);
  const operator = connectHub({ screen: 'operator', version, device: 'bench-console', counterId: 2 }, url);
  await operator.send('openCounter', { operator: 'Bench' });
  return { kiosk, operator };
}

/**
 * From the moment a call is sent to the frame in which a real page shows the number. Both ends read this machine's
 * clock: the page notes Date.now() in the frame after the number has changed.
 */
async function callToPaint(browser: Browser, url: string): Promise<readonly number[]> {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
  await page.goto(`${url}/counter-display/?counter=2`);
  await page.getByRole('heading', { name: 'Counter 2' }).waitFor({ state: 'attached' });
  await page.evaluate(`window.paintedAt = new Map(); const note = () => {
    const label = document.querySelector('[role="status"]')?.textContent;
    if (label && !paintedAt.has(label)) paintedAt.set(label, Date.now());
    requestAnimationFrame(note);
  }; note();`);
  const { kiosk, operator } = await commander(url);
  const samples: number[] = [];
  for (let i = 0; i < CALLS; i += 1) {
    await kiosk.send('issue', { serviceIds: ['domicile'], classes: [], language: 'ur' });
    const sentAt = Date.now();
    const called = await operator.send('call', {});
    if (!called.ok) throw new Error(called.error.message.en);
    const { label = '', tokenId = 0 } = called.result;
    const paintedAt = await page.evaluate<number>(`new Promise((resolve) => {
      const look = () => (paintedAt.has('${label}') ? resolve(paintedAt.get('${label}')) : requestAnimationFrame(look));
      look();
    })`);
    samples.push(paintedAt - sentAt);
    await operator.send('start', { tokenId });
    // Ended here: one that walks on to its next stage would be called again, under a label that was painted before.
    const ended = await operator.send('endVisit', { tokenId, reason: 'measured' });
    if (!ended.ok) throw new Error(ended.error.message.en);
  }
  kiosk.close();
  operator.close();
  return samples;
}

function print(rows: readonly Row[]): boolean {
  console.log(
    `\n${'what'.padEnd(58)}${'min'.padStart(8)}${'median'.padStart(9)}${'p99'.padStart(8)}${'goal'.padStart(9)}`,
  );
  let isGood = true;
  for (const { what, goalMs, share, samples } of rows) {
    const sorted = samples.toSorted((a, b) => a - b);
    const isReached = at(sorted, share) <= goalMs;
    isGood &&= isReached;
    const ms = (value: number) => `${value.toFixed(0)} ms`;
    console.log(
      `${what.padEnd(58)}${ms(at(sorted, 0)).padStart(8)}${ms(at(sorted, 0.5)).padStart(9)}${ms(at(sorted, 0.99)).padStart(8)}${`≤ ${goalMs} ms`.padStart(11)}${isReached ? '' : '  not reached'}`,
    );
  }
  return isGood;
}

const PHONES = 2_000;
const FOLLOWED = 200;

/** Opens phones on tokens that wait; gives a way to count what they have heard. */
async function openPhones(hub: { readonly url: string; readonly citizenPort: number }, data: string) {
  const { kiosk, operator } = await commander(hub.url);
  const key = readKey(data, 'person');
  const addresses: string[] = [];
  for (let i = 0; i < FOLLOWED; i += 1) {
    const reply = await kiosk.send('issue', { serviceIds: ['domicile'], classes: [], language: 'ur' });
    const tokenId = reply.ok ? (reply.result.tokenId ?? 0) : 0;
    addresses.push(`http://127.0.0.1:${hub.citizenPort}/api/tokens/${tokenKeyOf(key, tokenId)}/events`);
  }
  kiosk.close();
  operator.close();
  const child = fork(resolve(import.meta.dirname, 'phone-clients.ts'), [String(PHONES), ...addresses]);
  const count = async () => {
    const answer = once(child, 'message') as Promise<[{ readonly open: number; readonly heard: number }]>;
    child.send('count');
    return (await answer)[0];
  };
  while ((await count()).open < PHONES) await new Promise((wait) => setTimeout(wait, 200));
  return { count, close: () => child.disconnect() };
}

async function run(): Promise<number> {
  const executable = await findChromium();
  if (!executable) {
    console.error(`Nothing was measured. ${HOW_TO_GET_CHROMIUM}`);
    return 2;
  }
  const data = mkdtempSync(join(tmpdir(), 'markaz-bench-'));
  const hub = await startDemoHub({ port: 0, rate: 1 }, data, Date.parse('2026-11-23T10:00:00+05:00'));
  const boards = fork(resolve(import.meta.dirname, 'board-clients.ts'), [hub.url, String(FURTHER_BOARDS)]);
  const browser = await chromium.launch(launchOptions(executable));
  const rows: Row[] = [];
  for (const [name, path] of Object.entries(SCREENS)) {
    const samples: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) samples.push(await firstPaint(browser, `${hub.url}${path}`));
    rows.push({ what: `first paint of the ${name}`, goalMs: 1_500, share: 0.99, samples });
  }
  const samples = await callToPaint(browser, hub.url);
  rows.push({ what: `call to painted number, ${FURTHER_BOARDS} further boards`, goalMs: 150, share: 0.99, samples });
  rows.push({ what: 'slip, from content to bytes (median)', goalMs: 15, share: 0.5, samples: slipTimes() });
  const phones = await openPhones(hub, data);
  const before = await phones.count();
  const fromMs = performance.now();
  const withPhones = await callToPaint(browser, hub.url);
  const { heard } = await phones.count();
  const pushes = (heard - before.heard) / ((performance.now() - fromMs) / 1_000);
  console.log(`${PHONES} phones heard ${pushes.toFixed(0)} changes a second meanwhile.`);
  rows.push({ what: `the same with ${PHONES} phones`, goalMs: 150, share: 0.99, samples: withPhones });
  phones.close();
  await browser.close();
  boards.disconnect();
  await hub.stop();
  rmSync(data, { recursive: true, force: true });
  const isGood = print(rows);
  const results = resolve(import.meta.dirname, '../../bench/results');
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, 'latest.json'), `${JSON.stringify(rows, null, 1)}\n`);
  return isGood ? 0 : 1;
}

process.exit(await run());
