import type { Browser, Page } from 'playwright';
import { chromium } from 'playwright';
import { findChromium, HOW_TO_GET_CHROMIUM, launchOptions } from '../../../tests/support/browser.ts';
import { openHall } from '../hall/hall.ts';
import { median, quantile } from '../../quantile.ts';
import type { Row } from '../row.ts';

const SCREENS = {
  kiosk: '/kiosk/?kiosk=1',
  'operator console': '/operator/?counter=1',
  board: '/counter-display/',
  'counter display': '/counter-display/?counter=1',
};

const cannot = async (): Promise<string | undefined> => ((await findChromium()) ? undefined : HOW_TO_GET_CHROMIUM);
const openBrowser = async (): Promise<Browser> => chromium.launch(launchOptions((await findChromium()) ?? ''));

/** First paint of a screen in a fresh profile, as the browser itself reports it (ms). */
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

/** From the start of a page to its first paint. */
export const firstPaints: Row = {
  name: 'first-paint',
  figures: Object.keys(SCREENS).map((screen) => ({
    what: `first paint of the ${screen}`,
    unit: 'ms',
    wants: 'less',
    goal: 1_500,
    stop: 3_000,
  })),
  cannot,
  async open(folder) {
    const hall = await openHall(folder);
    const browser = await openBrowser();
    return {
      async round() {
        const rounds = [];
        for (const path of Object.values(SCREENS)) {
          rounds.push({ value: await firstPaint(browser, `${hall.hub.ready.url}${path}`) });
        }
        return rounds;
      },
      stop: async () => {
        await browser.close();
        await hall.hub.stop();
      },
    };
  },
};

const CALLS_PER_SECOND = 10;
const TRACED_MS = 10_000;
const COUNTERS = 48;

interface Event {
  readonly name: string;
  readonly ph: string;
  readonly tid: number;
  readonly dur?: number;
  readonly args?: {
    readonly data?: { readonly type?: string };
    readonly frame_reporter?: { readonly state?: string };
  };
}

/** What the browser did in that time, by its own trace. */
async function traced<T>(browser: Browser, page: Page, work: () => Promise<T>) {
  const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'cc', 'benchmark', '__metadata'];
  await browser.startTracing(page, { categories });
  const done = await work();
  const text = (await browser.stopTracing()).toString();
  return { done, events: (JSON.parse(text) as { traceEvents: readonly Event[] }).traceEvents };
}

/** Script, style and layout of a page (ms); what stands within another is counted with both. */
const WORK: ReadonlySet<string> = new Set([
  'FunctionCall',
  'EvaluateScript',
  'UpdateLayoutTree',
  'Layout',
  'RunMicrotasks',
]);

function workMs(events: readonly Event[]): number {
  return events.reduce((sum, { name, ph, dur = 0 }) => (ph === 'X' && WORK.has(name) ? sum + dur / 1_000 : sum), 0);
}

/** How many frames of the trace were dropped and shown. @throws when it holds hardly any: nothing was measured then. */
function framesOf(events: readonly Event[]) {
  const states = events.flatMap(({ name, args }) =>
    name === 'PipelineReporter' ? (args?.frame_reporter?.state ?? []) : [],
  );
  const count = (state: string): number => states.filter((one) => one === state).length;
  const [dropped, shown] = [count('STATE_DROPPED'), count('STATE_PRESENTED_ALL') + count('STATE_PRESENTED_PARTIAL')];
  if (shown < CALLS_PER_SECOND)
    throw new Error(`The trace shows ${shown} frames (${[...new Set(states)].join(', ')}).`);
  return { dropped, shown };
}

/** A board of 3840 × 2160 while 48 counters call ten times a second, by the trace of the browser. */
export const frames: Row = {
  name: 'frames',
  figures: [
    { what: 'board at 4K, ten calls a second: dropped frames', unit: '%', wants: 'less', goal: 1, stop: 5 },
    { what: 'the same: script and layout a call', unit: 'ms', wants: 'less', goal: 6, stop: 12 },
  ],
  cannot,
  async open(folder) {
    const hall = await openHall(folder);
    const consoles = await hall.consoles(COUNTERS);
    await consoles.ask({ do: 'stock', tokens: 2_000 });
    const browser = await openBrowser();
    const page = await (await browser.newContext({ viewport: { width: 3_840, height: 2_160 } })).newPage();
    await page.goto(`${hall.hub.ready.url}/counter-display/`, { waitUntil: 'networkidle' });
    const call = (ms: number) =>
      consoles.ask<{ readonly calls: number }>({ do: 'paced', ms, callsPerSecond: CALLS_PER_SECOND });
    await call(3_000);
    return {
      async round() {
        const { done, events } = await traced(browser, page, () => call(TRACED_MS));
        const { dropped, shown } = framesOf(events);
        const value = (dropped * 100) / (dropped + shown);
        return [
          { value, parts: { dropped, shown } },
          { value: workMs(events) / done.calls, parts: { calls: done.calls } },
        ];
      },
      stop: async () => {
        await browser.close();
        await Promise.all([consoles.stop(), hall.hub.stop()]);
      },
    };
  },
};

const SHOTS = 40;

/** From the moment a call is sent to the frame in which a real page shows the number; both ends read one clock. */
export const callToPaint: Row = {
  name: 'call-to-paint',
  figures: [
    { what: 'call to painted number, 50 consoles and 10 boards, p99', unit: 'ms', wants: 'less', goal: 150, stop: 300 },
  ],
  cannot,
  async open(folder) {
    const hall = await openHall(folder, { boards: 10 });
    const [boards, consoles] = [await hall.boards(), await hall.consoles()];
    await consoles.ask({ do: 'stock', tokens: 2_000 });
    const browser = await openBrowser();
    const page = await (await browser.newContext({ viewport: { width: 1_366, height: 768 } })).newPage();
    await page.goto(`${hall.hub.ready.url}/counter-display/?counter=1`, { waitUntil: 'networkidle' });
    await page.evaluate(`window.paintedAt = new Map(); const note = () => {
      const label = document.querySelector('[role="status"]')?.textContent;
      if (label && !paintedAt.has(label)) paintedAt.set(label, Date.now());
      requestAnimationFrame(note);
    }; note();`);
    return {
      async round() {
        const { shots } = await consoles.ask<{ shots: readonly { label: string; sentAt: number }[] }>({
          do: 'shots',
          count: SHOTS,
        });
        const tookMs = [];
        for (const { label, sentAt } of shots) {
          const paintedAt = await page.evaluate<number>(`paintedAt.get('${label}') ?? NaN`);
          if (Number.isNaN(paintedAt)) throw new Error(`${label} was never painted.`);
          tookMs.push(paintedAt - sentAt);
        }
        return [{ value: quantile(tookMs, 0.99), parts: { medianMs: median(tookMs) } }];
      },
      stop: async () => {
        await browser.close();
        await Promise.all([boards.stop(), consoles.stop(), hall.hub.stop()]);
      },
    };
  },
};
