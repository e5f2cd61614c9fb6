import type { ServerResponse } from 'node:http';
import type { Face } from '../../domain/feedback.ts';
import { type ErrorCode, ERROR_WORDS } from '../../protocol/error-codes.ts';
import { HEADERS, plain } from '../answer-http.ts';
import type { TokenPage } from './token-page.ts';

/** As many phones as one hub follows; who comes after them asks again and again instead. */
const MOST_PHONES = 5_000;
/** A phone hears of a change within this time: the hub looks through all of them at most so often. */
const SWEEP_MS = 2_000;
/** As many as are looked at before the hub does something else: a call must not wait behind phones. */
const SLICE = 25;
/** How often the hub speaks when nothing changes: a phone that hears nothing for twice as long says so. */
const PULSE_MS = 4_000;
/** A phone that does not read is let go; it comes back by itself. */
const MOST_UNREAD_BYTES = 64_000;

const MINUTE_MS = 60_000;

interface Phone {
  readonly key: string;
  readonly res: ServerResponse;
  /** What it was told last. */
  told: string;
}

/** The answer to a wish: done, or why not. */
const answerOf = (refused: ErrorCode | undefined) =>
  refused === undefined
    ? { status: 200, body: { ok: true } }
    : { status: 409, body: { ok: false, error: { code: refused, message: ERROR_WORDS[refused] } } };

/** Tells a phone of its token where that is not what it was told last. */
function tell(page: TokenPage, phone: Phone): void {
  const value = page.read(phone.key);
  // The visit is over for good, and its code with it.
  if (!value) return void phone.res.end('event: gone\ndata: {}\n\n');
  const { at, ...lasting } = value.token;
  // Now and then the time alone is news: what is late grows later.
  const news = JSON.stringify([lasting, Math.floor(at / MINUTE_MS)]);
  if (news === phone.told) return;
  phone.told = news;
  if (phone.res.writableLength > MOST_UNREAD_BYTES) phone.res.destroy();
  else phone.res.write(`event: token\ndata: ${JSON.stringify({ at, ...lasting })}\n\n`);
}

/** Does something with every phone, a few at a time. */
async function inSlices(phones: ReadonlySet<Phone>, act: (phone: Phone) => void): Promise<void> {
  let done = 0;
  for (const phone of phones) {
    act(phone);
    done += 1;
    if (done % SLICE === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Looks through all phones once it was touched, a few at a time: at once after a calm, and so often at most. */
function sweeper(phones: ReadonlySet<Phone>, look: (phone: Phone) => void) {
  let isDue = false;
  let beganMs = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  async function sweep(): Promise<void> {
    isDue = false;
    beganMs = performance.now();
    try {
      await inSlices(phones, look);
    } catch (error) {
      console.error('The phones could not be told:', error);
    }
    timer = undefined;
    if (isDue) touch();
  }

  function touch(): void {
    isDue = true;
    const waitMs = Math.max(0, beganMs + SWEEP_MS - performance.now());
    if (phones.size > 0) timer ??= setTimeout(() => void sweep(), waitMs);
  }
  return { touch, stop: () => clearTimeout(timer) };
}

/** Follows tokens for phones: each hears its token whole, whenever it is not what it was. */
export function phoneDesk(page: TokenPage) {
  const phones = new Set<Phone>();
  const sweeps = sweeper(phones, (phone) => tell(page, phone));
  const pulse = ({ res }: Phone) => void res.write('event: pulse\ndata: {}\n\n');
  const pulses = setInterval(() => void inSlices(phones, pulse), PULSE_MS);
  return {
    read: page.read,
    /** Something in the hall is not what it was. */
    touch: sweeps.touch,
    /** Tells a phone of its token from now on, as server-sent events (HTML Living Standard, 9.2). */
    follow(key: string, res: ServerResponse): void {
      const value = page.read(key);
      if (!value) return plain(res, 404, 'No such token.\n');
      if (phones.size >= MOST_PHONES) return plain(res, 503, 'Ask again and again instead.\n');
      res.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      res.write(`retry: 3000\nevent: centre\ndata: ${JSON.stringify(value.centre)}\n\n`);
      const phone: Phone = { key, res, told: '' };
      phones.add(phone);
      res.on('close', () => phones.delete(phone));
      res.on('error', () => phones.delete(phone));
      tell(page, phone);
    },
    /** The citizen gives the visit up. */
    leave: async (key: string) => answerOf(await page.leave(key)),
    /** The citizen needs ten more minutes, or is back before they are over. */
    later: async (key: string) => answerOf(await page.later(key)),
    back: async (key: string) => answerOf(await page.back(key)),
    /** The citizen says what the visit was like. */
    feedback: async (key: string, face: Face) => answerOf(await page.feedback(key, face)),
    stop(): void {
      sweeps.stop();
      clearInterval(pulses);
      for (const { res } of phones) res.end();
    },
  };
}

export type PhoneDesk = ReturnType<typeof phoneDesk>;
