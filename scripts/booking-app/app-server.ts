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
    return '';
  }
};

/** The one listener of the app: backend, page, and the switch for failing. */
export function appServer(parts: AppParts): Server {
  const files = pageFiles();

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = URL.parse(req.url ?? '/', 'http://127.0.0.1');
    const path = (url?.pathname ?? '/').split('/').slice(1).map(decoded);
    const [first = '', second = '', ...rest] = path;
    const query = url?.searchParams ?? new URLSearchParams();
    const file = files.get(path.join('/'));
    const book = parts.books.get(second);
    if (!isLocalHost(req.headers.host)) return replyJson(res, 421, { ok: false, error: { code: 'unknownHost' } });
    if (req.method === 'POST' && !isOwnPage(req))
      return replyJson(res, 403, { ok: false, error: { code: 'otherSite' } });
    if (file) return reply(res, 200, file.type, file.body);
    if (first === 'centres' && book) return parts.backend({ req, res, book, query }, rest);
    if (first === 'fail' && req.method === 'POST') return takeFail(req, res, parts.setFail);
    return parts.pages(req, res, path, query);
  }

  return createServer((req, res) => {
    serve(req, res).catch((error: unknown) => {
      console.error(error);
      if (!res.headersSent) replyJson(res, 500, { ok: false, error: { code: 'appFailed' } });
    });
  });
}
