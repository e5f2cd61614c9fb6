import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { isLocalHost } from '../../src/hub/http.ts';
import type { backend } from './backend.ts';
import type { CentreBook } from './centre-book.ts';
import { FAIL_MODES, type FailMode } from './failing.ts';
import { pageFiles } from './pages/page-files.ts';
import type { pages } from './pages/pages.ts';
import { readJson, reply, replyJson } from './reply.ts';

const failSchema = z.strictObject({ mode: z.enum(FAIL_MODES) });

export interface AppParts {
  readonly books: ReadonlyMap<string, CentreBook>;
  readonly backend: ReturnType<typeof backend>;
  readonly pages: ReturnType<typeof pages>;
  readonly setFail: (mode: FailMode) => void;
}

/** A page of another site must not act in a citizen's name. */
const isOwnPage = (req: IncomingMessage): boolean =>
  ['same-origin', 'none', undefined].includes(req.headers['sec-fetch-site'] as string | undefined);

async function takeFail(req: IncomingMessage, res: ServerResponse, setFail: AppParts['setFail']): Promise<void> {
  const read = failSchema.safeParse(await readJson(req, 1_000));
  if (!read.success) return replyJson(res, 400, { ok: false, error: { code: 'badRequest' } });
  setFail(read.data.mode);
  replyJson(res, 200, read.data);
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

function whereTo(req: IncomingMessage): { readonly path: readonly string[]; readonly query: URLSearchParams } {
  const url = URL.parse(req.url ?? '/', 'http://127.0.0.1');
  return {
    path: (url?.pathname ?? '/').split('/').slice(1).map(decoded),
    query: url?.searchParams ?? new URLSearchParams(),
  };
}

/** What is refused wherever it goes. */
function strangerCode(req: IncomingMessage): string | null {
  if (!isLocalHost(req.headers.host)) return 'unknownHost';
  return req.method === 'POST' && !isOwnPage(req) ? 'otherSite' : null;
}

/** The one listener of the app: backend, page, and the switch for failing. */
export function appServer(parts: AppParts): Server {
  const files = pageFiles();

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const code = strangerCode(req);
    const { path, query } = whereTo(req);
    const file = files.get(path.join('/'));
    const book = path[0] === 'centres' ? parts.books.get(path[1] ?? '') : undefined;
    if (code) return replyJson(res, 403, { ok: false, error: { code } });
    if (file) return reply(res, 200, file.type, file.body);
    if (book) return parts.backend({ req, res, book, query }, path.slice(2));
    if (`${req.method} ${path.join('/')}` === 'POST fail') return takeFail(req, res, parts.setFail);
    return parts.pages(req, res, path, query);
  }

  return createServer((req, res) => {
    serve(req, res).catch((error: unknown) => {
      console.error(error);
      if (!res.headersSent) replyJson(res, 500, { ok: false, error: { code: 'appFailed' } });
    });
  });
}
