import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { LANGUAGES } from '../../src/domain/token.ts';
import { slotPageSchema } from '../../src/protocol/booking-schema.ts';
import type { CentreBook } from './centre-book.ts';
import type { FailMode } from './failing.ts';
import { REFUSALS, type Refusal } from './refusals.ts';
import { readJson, reply, replyJson } from './reply.ts';

const ROWS_A_PAGE = 1_000;
const MOST_SLOTS_BYTES = 16_000_000;
const MOST_WISH_BYTES = 65_536;

const slotAt = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const wishSchema = z.strictObject({
  name: z.string(),
  cnic: z.string(),
  phone: z.string(),
  serviceId: z.string(),
  slotAt,
  language: z.enum(LANGUAGES),
  needs: z.array(z.string()).max(8).default([]),
});
const moveSchema = z.strictObject({ slotAt });

export interface BackendRules {
  /** What the hub must show; null for nothing. */
  readonly key: string | null;
  readonly failMode: () => FailMode;
  readonly slowMs: number;
}

interface Ask {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly book: CentreBook;
  readonly query: URLSearchParams;
}

function refuse(res: ServerResponse, code: Refusal): void {
  const { status, en, ur } = REFUSALS[code];
  replyJson(res, status, { ok: false, error: { code, message: { en, ur } } });
}

function sendBookings({ req, res, book, query }: Ask, isDoubled: boolean): void {
  const after = query.get('after');
  const etag = book.changes.tag(after);
  if (req.headers['if-none-match'] === etag) return void res.writeHead(304, { etag }).end();
  const page = book.changes.after(after, isDoubled ? ROWS_A_PAGE / 2 : ROWS_A_PAGE);
  const bookings = isDoubled ? page.bookings.flatMap((booking) => [booking, booking]) : page.bookings;
  replyJson(res, 200, { ...page, bookings }, { etag });
}

async function takeSlots({ req, res, book }: Ask): Promise<void> {
  const read = slotPageSchema.safeParse(await readJson(req, MOST_SLOTS_BYTES));
  if (!read.success || read.data.centreId !== book.centre.id) return refuse(res, 'badRequest');
  book.capacity.publish(read.data);
  res.writeHead(204).end();
}

/** Reads what a citizen asks for, does it, and answers with the booking or with why not. */
async function doFor<T>({ req, res }: Ask, schema: z.ZodType<T>, status: number, act: (value: T) => object | Refusal) {
  const read = schema.safeParse(await readJson(req, MOST_WISH_BYTES));
  const done = read.success ? act(read.data) : 'badRequest';
  if (typeof done === 'string') refuse(res, done);
  else replyJson(res, status, done);
}

function sendFreeSlots({ res, book }: Ask, nowAt: number): void {
  const slots = book.centre.services.flatMap(({ id }) =>
    book.capacity
      .offered(id, nowAt)
      .map((slot) => ({ serviceId: id, slotAt: new Date(slot.slotAt).toISOString(), free: slot.free })),
  );
  replyJson(res, 200, { slots });
}

/** Whether it has answered by failing, as it was told to. */
async function hasFailed(res: ServerResponse, mode: FailMode, slowMs: number): Promise<boolean> {
  if (mode === 'slow') await sleep(slowMs, undefined, { ref: false });
  if (mode === '500') reply(res, 500, 'text/html; charset=utf-8', '<h1>Internal Server Error</h1>');
  if (mode === 'html') reply(res, 200, 'text/html; charset=utf-8', '<!doctype html><title>Sign in</title>');
  return mode === '500' || mode === 'html';
}

/** What stands under `/centres/{centreId}/`: two addresses for the hub, the others for the app. */
export function backend({ key, failMode, slowMs }: BackendRules, nowAt: () => number) {
  async function serveHub(ask: Ask): Promise<void> {
    if (key !== null && ask.req.headers.authorization !== `Bearer ${key}`) {
      replyJson(ask.res, 401, { ok: false, error: { code: 'badKey' } });
    } else if (!(await hasFailed(ask.res, failMode(), slowMs))) {
      if (ask.req.method === 'PUT') await takeSlots(ask);
      else sendBookings(ask, failMode() === 'duplicates');
    }
  }

  const routes: readonly (readonly [what: RegExp, serve: (ask: Ask, code: string) => Promise<void> | void])[] = [
    [/^GET bookings$/, serveHub],
    [/^PUT slots$/, serveHub],
    [/^GET slots$/, (ask) => sendFreeSlots(ask, nowAt())],
    [/^POST bookings$/, (ask) => doFor(ask, wishSchema, 201, (wish) => ask.book.book(wish))],
    [
      /^POST bookings\/([^/]+)\/move$/,
      (ask, code) => doFor(ask, moveSchema, 200, (to) => ask.book.move(code, to.slotAt)),
    ],
    [
      /^POST bookings\/([^/]+)\/cancel$/,
      (ask, code) => doFor(ask, z.strictObject({}), 200, () => ask.book.cancel(code)),
    ],
  ];

  return async (ask: Ask, rest: readonly string[]): Promise<void> => {
    const what = `${ask.req.method} ${rest.join('/')}`;
    for (const [pattern, serve] of routes) {
      const found = pattern.exec(what);
      if (found) return serve(ask, found[1] ?? '');
    }
    replyJson(ask.res, 404, { ok: false, error: { code: 'notFound' } });
  };
}
