import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ZodType } from 'zod';
import type { CentreFile } from '../../protocol/centre-file.ts';
import type { ErrorCode } from '../../protocol/error-codes.ts';
import { type FirstRunEnd, firstRunEnd, type FirstRunOffer, printerTry } from '../../protocol/first-run.ts';
import { MOST_CENTRE_BYTES } from '../../protocol/version.ts';
import { answer, FOREVER, HEADERS, isRead, json, plain } from '../answer-http.ts';
import { readBody } from '../appointment-feeds/push/read-body.ts';
import { wireError } from '../commands/command-reply.ts';
import { isFromHere, isLocalHost } from '../http.ts';
import { readScreenFiles, type ScreenFile } from '../screen-files.ts';
import { tryPrinter } from './try-printer.ts';

export interface FirstRunOptions {
  readonly port: number;
  /** Folder of the built screens. */
  readonly screens: string;
  /** Where services, stages and classes to begin with come from. */
  readonly example: CentreFile;
}

/** A hub that has no centre yet, and serves the one page that makes it. */
export interface FirstRun {
  readonly url: string;
  readonly port: number;
  /** What was decided on the page; its port is free then. */
  readonly decided: Promise<FirstRunEnd>;
  close(): Promise<void>;
}

const PAGE = '/first-run/';
const BODY_MS = 10_000;

interface Desk {
  readonly files: ReadonlyMap<string, ScreenFile>;
  readonly offer: FirstRunOffer;
  readonly decide: (end: FirstRunEnd) => void;
}

const no = (res: ServerResponse, code: ErrorCode, status = 400): void =>
  json(res, { ok: false, error: wireError({ code }) }, status);

/** The page and what it is made of; every other address leads to it. */
function sendPage(res: ServerResponse, path: string, { files, offer }: Desk): void {
  const file = path === PAGE || path.startsWith('/assets/') ? files.get(path) : undefined;
  if (file) answer(res, 200, file.type, file.body, file.isForever ? FOREVER : 'no-store');
  else if (path === '/api/first-run') json(res, { ok: true, value: offer });
  else if (files.size === 0) plain(res, 503, 'The screens are not built yet. Run: npm run build\n');
  else res.writeHead(302, { ...HEADERS, location: PAGE, 'cache-control': 'no-store' }).end();
}

async function bodyBy<Value>(schema: ZodType<Value>, req: IncomingMessage): Promise<Value | undefined> {
  const body = await readBody(req, MOST_CENTRE_BYTES, BODY_MS);
  if (typeof body === 'string') return undefined;
  try {
    return schema.safeParse(JSON.parse(body.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

async function take(req: IncomingMessage, res: ServerResponse, path: string, { decide }: Desk): Promise<void> {
  if (!isFromHere(req)) return no(res, 'notAllowed', 403);
  if (path === '/api/first-run/test-print') {
    const wish = await bodyBy(printerTry, req);
    if (!wish) return no(res, 'badCommand');
    return json(res, { ok: true, value: { outcome: await tryPrinter(wish) } });
  }
  const end = path === '/api/first-run' ? await bodyBy(firstRunEnd, req) : undefined;
  if (!end) return no(res, 'badCommand');
  // The page is told before its hub goes: it waits for the one that comes.
  res.once('finish', () => decide(end));
  res.setHeader('connection', 'close');
  json(res, { ok: true, value: {} });
}

function serverOf(desk: Desk): Server {
  return createServer({ maxHeaderSize: 16_384 }, (req, res) => {
    const path = req.url?.split('?')[0] ?? '/';
    if (!isLocalHost(req.headers.host)) plain(res, 421, 'This hub is not known by that name.\n');
    else if (isRead(req.method)) sendPage(res, path, desk);
    else if (req.method === 'POST') take(req, res, path, desk).catch(() => no(res, 'hubFailed', 500));
    else plain(res, 405, 'Only GET and POST are answered here.\n');
  });
}

/**
 * Listens on this machine alone for who sets the centre up. Nothing is stored before it is decided.
 * @throws the listen error when the port is taken.
 */
export async function startFirstRun({ port, screens, example }: FirstRunOptions): Promise<FirstRun> {
  const { promise: wish, resolve: decide } = Promise.withResolvers<FirstRunEnd>();
  const server = serverOf({ files: readScreenFiles(screens), offer: { example }, decide });
  const close = async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const listening = (server.address() as AddressInfo).port;
  const decided = wish.then(async (end) => {
    await close();
    return end;
  });
  return { url: `http://127.0.0.1:${listening}`, port: listening, decided, close };
}
