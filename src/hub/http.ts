import { readFile } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import {
  answer,
  FOREVER,
  HEADERS,
  isFromElsewhere,
  isRead,
  json,
  notAllowed,
  plain,
  policyOf,
  tooMany,
} from './answer-http.ts';
import type { Allowances } from './limits/allowances.ts';
import { boundBody, slowUploads } from './limits/slow-bodies.ts';
import { type Media, mediaList } from './boards/media.ts';
import { takeUpload } from './boards/take-upload.ts';
import { sendMedia } from './boards/send-media.ts';
import { besideFiles } from './standby/beside-files.ts';
import { isBeside } from '../protocol/standby/beside.ts';
import type { ScreenFile } from './screen-files.ts';

const NOT_BUILT = 'The screens are not built yet. Run: npm run build\n';

/** A page of another site that resolves to this machine must reach nothing: only these names are answered. */
export const isLocalHost = (host: string | undefined): boolean =>
  /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host ?? '');

/** Whether a request comes from a page of this hub itself, on this machine: who that is nobody says yet. */
export const isFromHere = ({ headers: { host, origin } }: IncomingMessage): boolean =>
  isLocalHost(host) && (origin === undefined || origin === `http://${host}`);

function sendSlip(res: ServerResponse, folder: string, name: string): void {
  readFile(join(folder, name), (error, body) => {
    if (error) plain(res, 404, 'No such slip.\n');
    else answer(res, 200, 'image/png', body, 'private, max-age=3600');
  });
}

/** What the hub answers beside its files. */
export interface HttpHooks {
  readonly slots: () => unknown;
  /** The webhook of the app's backend; null where none is set up. */
  readonly push: ((req: IncomingMessage, res: ServerResponse) => void) | null;
  /** Sends an export of a report; whether there is one at that path. */
  readonly reports: (req: IncomingMessage, res: ServerResponse, path: string) => boolean;
  /** Whether who asks may send pictures and videos for the boards. */
  readonly mayWrite: (req: IncomingMessage) => boolean;
}

export interface Site extends HttpHooks {
  readonly files: ReadonlyMap<string, ScreenFile>;
  /** The hub's data folder. */
  readonly folder: string;
  readonly media: Media;
  /** How much one address may ask. */
  readonly requests: Allowances;
  readonly slowHeadMs: number;
  /** Connections that one machine of the network may hold open. */
  readonly connectionsPerDevice: number;
}

/** What a standby keeps of the data folder, too; whether that was asked for. */
function sendBeside(req: IncomingMessage, res: ServerResponse, path: string, { folder, media }: Site): boolean {
  const file = decodeURIComponent(/^\/beside\/(.+)$/.exec(path)?.[1] ?? '');
  const isList = path === '/api/beside';
  if (isList) void besideFiles(folder).then((files) => json(res, { placed: media.kept.placed(), files }));
  else if (isBeside(file)) sendMedia(req, res, join(folder, file), HEADERS);
  return isList || isBeside(file);
}

/** What is made when it is asked for; whether there was something at that path. */
function sendMade(req: IncomingMessage, res: ServerResponse, path: string, site: Site): boolean {
  const slip = /^\/slips\/(\d{1,15}(?:-tracking)?\.png)$/.exec(path)?.[1];
  if (site.media.has(path)) {
    sendMedia(req, res, join(site.media.folder, decodeURIComponent(path.slice('/media/'.length))), HEADERS);
  } else if (slip) sendSlip(res, join(site.folder, 'slips'), slip);
  else if (sendBeside(req, res, path, site)) return true;
  else if (path === '/api/slots') json(res, site.slots());
  else if (path === '/api/media') void mediaList(site.media).then((list) => json(res, list));
  else return site.reports(req, res, path);
  return true;
}

/** What is at that path, if anything. */
function send(req: IncomingMessage, res: ServerResponse, path: string, site: Site): void {
  const { files } = site;
  const address = files.has(path) ? path : `${path}/`;
  const file = files.get(address);
  if (file) answer(res, 200, file.type, file.body, file.isForever ? FOREVER : 'no-cache', policyOf(address));
  else if (sendMade(req, res, path, site)) return;
  else if (files.size === 0) plain(res, 503, NOT_BUILT);
  else plain(res, 404, 'Not found.\n');
}

/** Whether a request was refused for where it comes from: by its name of the hub, its pace, or its page. */
function isRefused(req: IncomingMessage, res: ServerResponse, { requests }: Site): boolean {
  const againMs = requests.take(req.socket.remoteAddress ?? '');
  if (!isLocalHost(req.headers.host)) plain(res, 421, 'This hub is not known by that name.\n');
  else if (againMs > 0) tooMany(res, againMs);
  else if (isFromElsewhere(req)) plain(res, 403, 'Not from there.\n');
  else return false;
  return true;
}

/** Serves the screens, the slips of the paper preview and the webhook of bookings, and nothing else. */
export function answerSite(req: IncomingMessage, res: ServerResponse, site: Site): void {
  const path = req.url?.split('?')[0] ?? '/';
  if (req.method === 'POST' && path === '/feeds/bookings' && site.push) site.push(req, res);
  else if (req.method === 'POST' && path === '/media') takeUpload(req, res, site);
  else if (!isRead(req.method)) notAllowed(res, 'GET, HEAD');
  else sendSafely(req, res, path, site);
}

/** A file that is gone, or a disk that does not read: one answer fails, and the hall goes on. */
function sendSafely(req: IncomingMessage, res: ServerResponse, path: string, site: Site): void {
  try {
    send(req, res, path, site);
  } catch (error) {
    console.error(`${path} could not be sent:`, error);
    res.destroy();
  }
}

/** The hub's door to its own machine. */
export const httpServer = (site: Site): Server =>
  createServer({ maxHeaderSize: 16_384, ...slowUploads(site.slowHeadMs) }, (req, res) => {
    boundBody(req, site.slowHeadMs);
    if (!isRefused(req, res, site)) answerSite(req, res, site);
  });
