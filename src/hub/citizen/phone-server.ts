import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Face } from '../../domain/feedback.ts';
import {
  answer,
  FOREVER,
  isFromElsewhere,
  isLoopback,
  isRead,
  json,
  notAllowed,
  plain,
  tooMany,
} from '../answer-http.ts';
import type { ApiDoor } from '../api/api-door.ts';
import { againIn, no, sendNo } from '../api/api-refusal.ts';
import { isApiPath } from '../api/find-route.ts';
import type { Allowances } from '../limits/allowances.ts';
import { boundConnections, slowRequests } from '../limits/bound-connections.ts';
import type { ScreenFile } from '../screen-files.ts';
import type { PhoneDesk } from './phone-desk.ts';

export interface PhoneSite {
  /** The built page of a token, and what it loads. */
  readonly files: ReadonlyMap<string, ScreenFile>;
  readonly desk: PhoneDesk;
  /** The public API, for who has a key. */
  readonly api: ApiDoor;
  /** How much one address may ask, and how many connections it may hold. */
  readonly requests: Allowances;
  readonly connectionsPerAddress: number;
  readonly slowHeadMs: number;
}

const TOKEN = /^\/api\/tokens\/([\w-]{1,40})$/;
const EVENTS = /^\/api\/tokens\/([\w-]{1,40})\/events$/;
const WISH = /^\/api\/tokens\/([\w-]{1,40})\/(leave|later|back|good|fair|bad)$/;

/** Does what a phone wants done; whether there is such a wish. */
function doWish(res: ServerResponse, path: string, desk: PhoneDesk): boolean {
  const [, key = '', what] = WISH.exec(path) ?? [];
  if (what === undefined) return false;
  const isMove = what === 'leave' || what === 'later' || what === 'back';
  const wish = isMove ? desk[what](key) : desk.feedback(key, what as Face);
  wish.then(
    ({ status, body }) => json(res, body, status),
    () => plain(res, 500, 'It could not be stored.\n'),
  );
  return true;
}

function sendToken(res: ServerResponse, key: string, desk: PhoneDesk): void {
  const value = desk.read(key);
  if (value === undefined) plain(res, 404, 'No such token.\n');
  else json(res, value);
}

/** A file of the page, or a token; the page has one address for all keys, since it reads its key itself. */
function sendRead(res: ServerResponse, path: string, { files, desk }: PhoneSite): void {
  const [key, events] = [TOKEN.exec(path)?.[1], EVENTS.exec(path)?.[1]];
  const file = files.get(/^\/t\/[\w-]{1,40}$/.test(path) ? '/citizen/' : path);
  if (events !== undefined) desk.follow(events, res);
  else if (key !== undefined) sendToken(res, key, desk);
  else if (file) answer(res, 200, file.type, file.body, file.isForever ? FOREVER : 'no-cache');
  else plain(res, 404, 'Not found.\n');
}

/** Answers a phone; nothing that it sends is read. */
function answerPhone(req: IncomingMessage, res: ServerResponse, path: string, site: PhoneSite): void {
  req.resume();
  try {
    if (isFromElsewhere(req)) plain(res, 403, 'Not from there.\n');
    else if (req.method === 'POST' && doWish(res, path, site.desk)) return;
    else if (isRead(req.method)) sendRead(res, path, site);
    else notAllowed(res, WISH.test(path) ? 'POST' : 'GET, HEAD');
  } catch (error) {
    console.error('A phone could not be answered:', error);
    res.destroy();
  }
}

/** A key in the open is anybody's: here the API answers programs of this machine, or what ends TLS on it. */
function answerProgram(req: IncomingMessage, res: ServerResponse, path: string, againMs: number, { api }: PhoneSite) {
  if (isLoopback(req.socket.remoteAddress)) return api(req, res, path, againMs);
  req.resume();
  return sendNo(res, againMs > 0 ? againIn(againMs) : no('tlsNeeded'));
}

/** All that this listener holds open at once: phones, a thousand programs and visitors beside them. */
const MOST_CONNECTIONS = 6_000;

/**
 * The listener of guests: the page behind a slip's code and its news for citizens' phones, the public API for programs of
 * this machine, and nothing else of the hub, so that a firewall can part guests from devices.
 */
export function phoneServer(site: PhoneSite): Server {
  const server = createServer({ maxHeaderSize: 8_192, ...slowRequests(site.slowHeadMs) }, (req, res) => {
    const path = req.url?.split('?')[0] ?? '/';
    const againMs = site.requests.take(req.socket.remoteAddress ?? '');
    if (isApiPath(path)) answerProgram(req, res, path, againMs, site);
    else if (againMs > 0) tooMany(res, againMs);
    else answerPhone(req, res, path, site);
  });
  server.maxConnections = MOST_CONNECTIONS;
  boundConnections(server, site.connectionsPerAddress);
  return server;
}
