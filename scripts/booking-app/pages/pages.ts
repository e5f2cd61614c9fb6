import type { IncomingMessage, ServerResponse } from 'node:http';
import { findService } from '../../../src/domain/centre.ts';
import type { Language } from '../../../src/domain/token.ts';
import type { CentreBook } from '../centre-book.ts';
import { REFUSALS, type Refusal } from '../refusals.ts';
import { readText, reply, replyPage, seeOther } from '../reply.ts';
import { bookingPage } from './booking-page.ts';
import { formPage, NO_DETAILS } from './form-page.ts';
import { contextOf, framed, type PageContext } from './frame.ts';
import { html } from './html.ts';
import { servicePage } from './service-page.ts';
import { slotPage } from './slot-page.ts';

interface Ask {
  readonly context: PageContext;
  readonly book: CentreBook;
  readonly res: ServerResponse;
  readonly query: URLSearchParams;
  /** What a form brought; null for a look at the page. */
  readonly form: URLSearchParams | null;
  readonly nowAt: number;
}

function notFound({ context, res }: Ask): void {
  const { say, to } = context;
  const body = html`<h1>${say('notFound')}</h1>
    <a class="main" href="${to()}">${say('home')}</a>`;
  replyPage(res, 404, framed(context, say('notFound'), '', body));
}

function servicesAt({ context, book, res, nowAt }: Ask, refusal: Refusal | null): void {
  const fault = refusal && REFUSALS[refusal][context.language];
  const page = servicePage(context, (serviceId) => book.capacity.offered(serviceId, nowAt), fault);
  replyPage(res, refusal ? REFUSALS[refusal].status : 200, page);
}

/** The times of a service, for a new booking or for the one that moves. */
function slotsAt(ask: Ask, serviceId: string, moving: string | null, refusal: Refusal | null): void {
  const { context, book, res, query, nowAt } = ask;
  const service = findService(context.centre, serviceId);
  if (!service) return notFound(ask);
  const slots = book.capacity.offered(serviceId, nowAt);
  const fault = refusal && REFUSALS[refusal][context.language];
  const page = slotPage(context, { service, slots, day: query.get('day'), moving, fault });
  replyPage(res, refusal ? REFUSALS[refusal].status : 200, page);
}

function formAt(ask: Ask, serviceId: string, slotAt: number): void {
  const { context, book, res, form } = ask;
  const service = findService(context.centre, serviceId);
  if (!service || !Number.isSafeInteger(slotAt)) return notFound(ask);
  if (!form) return replyPage(res, 200, formPage(context, service, slotAt, NO_DETAILS, null));
  const text = (name: string): string => form.get(name) ?? '';
  const details = { name: text('name'), cnic: text('cnic'), phone: text('phone'), needs: form.getAll('needs') };
  const done = book.book({ ...details, serviceId, slotAt, language: context.language });
  if (typeof done !== 'string') return seeOther(res, context.to(`/bookings/${done.sourceId}`));
  if (done === 'slotFull' || done === 'slotPast' || done === 'noCapacity') return slotsAt(ask, serviceId, null, done);
  replyPage(res, REFUSALS[done].status, formPage(context, service, slotAt, details, done));
}

function moveAt(ask: Ask, code: string): void {
  const { context, book, form, res } = ask;
  const booking = book.find(code);
  if (!booking) return servicesAt(ask, 'unknownBooking');
  const done = form ? book.move(code, Number(form.get('slotAt'))) : null;
  if (done !== null && typeof done !== 'string') return seeOther(res, context.to(`/bookings/${code}`));
  slotsAt(ask, booking.serviceId, booking.sourceId, done);
}

function bookingAt(ask: Ask, code: string, refusal: Refusal | null): void {
  const { context, book, res } = ask;
  const booking = book.find(code);
  if (!booking) return servicesAt(ask, 'unknownBooking');
  const fault = refusal && REFUSALS[refusal][context.language];
  replyPage(res, refusal ? REFUSALS[refusal].status : 200, bookingPage(context, booking, fault));
}

function cancelAt(ask: Ask, code: string): void {
  const done = ask.book.cancel(code);
  if (typeof done === 'string') bookingAt(ask, code, done);
  else seeOther(ask.res, ask.context.to(`/bookings/${code}`));
}

function findBooking(ask: Ask): void {
  const booking = ask.book.find(ask.query.get('code') ?? '');
  if (booking) seeOther(ask.res, ask.context.to(`/bookings/${booking.sourceId}`));
  else servicesAt(ask, 'unknownBooking');
}

type Route = readonly [
  method: 'GET' | 'POST' | 'any',
  path: RegExp,
  open: (ask: Ask, one: string, two: string) => void,
];

const ROUTES: readonly Route[] = [
  ['GET', /^$/, (ask) => servicesAt(ask, null)],
  ['GET', /^services\/([^/]+)$/, (ask, service) => slotsAt(ask, service, null, null)],
  ['any', /^services\/([^/]+)\/(\d{1,15})$/, (ask, service, slotAt) => formAt(ask, service, Number(slotAt))],
  ['GET', /^bookings$/, findBooking],
  ['GET', /^bookings\/([^/]+)$/, (ask, code) => bookingAt(ask, code, null)],
  ['any', /^bookings\/([^/]+)\/move$/, (ask, code) => moveAt(ask, code)],
  ['POST', /^bookings\/([^/]+)\/cancel$/, (ask, code) => cancelAt(ask, code)],
];

const languageOf = (part: string | undefined): Language | null => (part === 'ur' || part === 'en' ? part : null);

async function readForm(req: IncomingMessage): Promise<URLSearchParams | null> {
  return req.method === 'POST' ? new URLSearchParams((await readText(req, 65_536)) ?? '') : null;
}

function open(ask: Ask, method: string, path: string): void {
  for (const [of, pattern, show] of ROUTES) {
    const found = of === 'any' || of === method ? pattern.exec(path) : null;
    if (found) return show(ask, found[1] ?? '', found[2] ?? '');
  }
  notFound(ask);
}

/** The app's own pages: `/{language}/{centre}/…`, drawn here, with no script in them. */
export function pages(books: ReadonlyMap<string, CentreBook>, nowAt: () => number) {
  const firstPage = `/ur/${[...books.keys()][0]}`;
  return async (req: IncomingMessage, res: ServerResponse, path: readonly string[], query: URLSearchParams) => {
    const [first, second = '', ...rest] = path;
    const language = languageOf(first);
    const book = books.get(second);
    if (path.join('') === '') return seeOther(res, firstPage);
    if (!language || !book) return reply(res, 404, 'text/plain; charset=utf-8', 'Not found.\n');
    const form = await readForm(req);
    const ask = { context: contextOf(language, book.centre), book, res, query, form, nowAt: nowAt() };
    open(ask, req.method ?? '', rest.join('/'));
  };
}
