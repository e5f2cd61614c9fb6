import type { IncomingMessage, ServerResponse } from 'node:http';

const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export function reply(res: ServerResponse, status: number, type: string, body: string | Buffer, headers = {}): void {
  res.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': PAGE_POLICY,
    'referrer-policy': 'no-referrer',
    ...headers,
  });
  res.end(body);
}

export const replyJson = (res: ServerResponse, status: number, value: unknown, headers = {}): void =>
  reply(res, status, 'application/json; charset=utf-8', JSON.stringify(value), headers);

export const replyPage = (res: ServerResponse, status: number, page: string): void =>
  reply(res, status, 'text/html; charset=utf-8', page);

export const seeOther = (res: ServerResponse, path: string): void =>
  reply(res, 303, 'text/plain; charset=utf-8', '', { location: path });

/** The body as text; undefined when it is larger than `most` bytes. */
export async function readText(req: IncomingMessage, most: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes <= most) chunks.push(chunk);
  }
  return bytes > most ? undefined : Buffer.concat(chunks).toString('utf8');
}

/** The body as JSON; undefined when it is none, or too large. */
export async function readJson(req: IncomingMessage, most: number): Promise<unknown> {
  if (!/^application\/json\b/.test(req.headers['content-type'] ?? '')) return undefined;
  try {
    return JSON.parse((await readText(req, most)) ?? '');
  } catch {
    return undefined;
  }
}
