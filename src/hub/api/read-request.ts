import type { IncomingMessage } from 'node:http';
import { API_ROUTES, type ApiRoute } from '../../protocol/api/api-routes.ts';
import { readBody } from '../appointment-feeds/push/read-body.ts';
import { type ApiNo, no } from './api-refusal.ts';
import type { Found } from './find-route.ts';

const MOST_BYTES = 16_384;
const BODY_MS = 10_000;

/** The query of an address; undefined when something stands in it twice, or cannot be read. */
function queryOf(url: string): Readonly<Record<string, string>> | undefined {
  const [, text = ''] = /\?([^#]*)/.exec(url) ?? [];
  const entries = [...new URLSearchParams(text)];
  const query = Object.fromEntries(entries);
  return Object.keys(query).length === entries.length ? query : undefined;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

async function bodyOf(req: IncomingMessage): Promise<{ readonly value: unknown } | ApiNo | null> {
  const type = req.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const isOther = type !== 'application/json' || req.headers['content-encoding'] !== undefined;
  if (isOther) return no('notJson', { connection: 'close' });
  const bytes = await readBody(req, MOST_BYTES, BODY_MS);
  if (bytes === 'gone') return null;
  return bytes === 'tooLarge' ? no('tooLarge', { connection: 'close' }) : { value: parsed(bytes) };
}

export interface Asked {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** What a request asks, by the schemas of its route, which know every field; null when its sender has gone. */
export async function readRequest(req: IncomingMessage, { name, params }: Found): Promise<Asked | ApiNo | null> {
  const route: ApiRoute = API_ROUTES[name];
  const query = route.query.safeParse(queryOf(req.url ?? ''));
  const place = route.params.safeParse(params);
  if (!place.success) return no('notFound');
  if (!query.success) return no('badRequest');
  if (!route.body) return { params: place.data, query: query.data, body: null };
  const sent = await bodyOf(req);
  if (sent === null || 'ok' in sent) return sent;
  const body = route.body.safeParse(sent.value);
  return body.success ? { params: place.data, query: query.data, body: body.data } : no('badRequest');
}
