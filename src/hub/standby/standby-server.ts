import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ErrorCode } from '../../protocol/error-codes.ts';
import { type StandbyState, takeOverWish, wordsWish } from '../../protocol/standby/standby-page.ts';
import { answer, FOREVER, HEADERS, isRead, json, plain } from '../answer-http.ts';
import { readBody } from '../appointment-feeds/push/read-body.ts';
import { wireError } from '../commands/command-reply.ts';
import { isFromHere, isLocalHost } from '../http.ts';
import { readScreenFiles, type ScreenFile } from '../screen-files.ts';

const PAGE = '/standby/';
const MOST_BYTES = 4_096;
const BODY_MS = 5_000;

export interface StandbyDesk {
  readonly state: () => StandbyState;
  /** Somebody has compared the words at this machine. */
  readonly wordsAreSame: () => void;
  /** Takes over for whoever has that second PIN; the code of a no, or nothing. */
  readonly takeOver: (staffId: number, secondPin: string) => Promise<ErrorCode | undefined>;
}

const no = (res: ServerResponse, code: ErrorCode, status = 400): void =>
  json(res, { ok: false, error: wireError({ code }) }, status);

async function take(req: IncomingMessage, res: ServerResponse, path: string, desk: StandbyDesk): Promise<void> {
  if (!isFromHere(req) || path !== '/api/standby') return no(res, 'notAllowed', 403);
  const body = await readBody(req, MOST_BYTES, BODY_MS);
  const text = typeof body === 'string' ? '' : body.toString('utf8');
  const said = readJson(text);
  if (wordsWish.safeParse(said).success) {
    desk.wordsAreSame();
    return json(res, { ok: true, value: {} });
  }
  const wish = takeOverWish.safeParse(said).data;
  if (!wish) return no(res, 'badCommand');
  const refused = await desk.takeOver(wish.staffId, wish.secondPin);
  if (refused) return no(res, refused);
  res.setHeader('connection', 'close');
  json(res, { ok: true, value: {} });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function show(res: ServerResponse, path: string, files: ReadonlyMap<string, ScreenFile>, desk: StandbyDesk): void {
  const file = path === PAGE || path.startsWith('/assets/') ? files.get(path) : undefined;
  if (file) answer(res, 200, file.type, file.body, file.isForever ? FOREVER : 'no-store');
  else if (path === '/api/standby') json(res, { ok: true, value: desk.state() });
  else if (files.size === 0) plain(res, 503, 'The screens are not built yet. Run: npm run build\n');
  else res.writeHead(302, { ...HEADERS, location: PAGE, 'cache-control': 'no-store' }).end();
}

/** Serves the page of a standby to this machine alone: how it stands, and the button that makes it the hub. */
export async function standbyServer(port: number, screens: string, desk: StandbyDesk) {
  const files = readScreenFiles(screens);
  const server = createServer({ maxHeaderSize: 16_384 }, (req, res) => {
    const path = req.url?.split('?')[0] ?? '/';
    if (!isLocalHost(req.headers.host)) plain(res, 403, 'Not from there.\n');
    else if (isRead(req.method ?? '')) show(res, path, files, desk);
    else void take(req, res, path, desk).catch(() => no(res, 'hubFailed', 500));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: given } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${given}`,
    port: given,
    async close(): Promise<void> {
      server.close();
      server.closeAllConnections();
    },
  };
}
