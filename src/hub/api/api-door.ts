import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiKey } from '../../domain/integrations/api-key.ts';
import { API_ROUTES } from '../../protocol/api/api-routes.ts';
import { answer } from '../answer-http.ts';
import type { ApiAnswers } from './api-answers.ts';
import type { ApiKeys } from './api-keys.ts';
import { againIn, type ApiOutcome, no, sendNo } from './api-refusal.ts';
import { findRoute, type Found } from './find-route.ts';
import { readRequest } from './read-request.ts';

export interface ApiDoorOptions {
  readonly answers: ApiAnswers;
  readonly keys: ApiKeys;
  /** Pages of these origins may ask from a browser, with a key. */
  readonly origins: readonly string[];
}

const JSON_TYPE = 'application/json; charset=utf-8';

function send(res: ServerResponse, outcome: ApiOutcome): void {
  if (!outcome.ok) return sendNo(res, outcome);
  for (const [name, value] of Object.entries(outcome.headers ?? {})) res.setHeader(name, value);
  answer(res, 200, JSON_TYPE, 'text' in outcome ? outcome.text : JSON.stringify(outcome.value));
}

/** The front of the public API: origin, route, key, schemas, then the answer. Nothing of a fault reaches the caller. */
export function apiDoor({ answers, keys, origins }: ApiDoorOptions) {
  /** Whether a page of another site asks; lets the listed ones read the answer. */
  function isFromElsewhere({ headers: { origin } }: IncomingMessage, res: ServerResponse): boolean {
    if (origin === undefined) return false;
    if (!origins.includes(origin)) return true;
    res.setHeader('access-control-allow-origin', origin);
    res.setHeader('vary', 'origin');
    return false;
  }

  function options(res: ServerResponse, allow: readonly string[]): void {
    res.writeHead(204, {
      allow: allow.join(', '),
      'access-control-allow-methods': allow.join(', '),
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-max-age': '600',
    });
    res.end();
  }

  async function ask(req: IncomingMessage, found: Found): Promise<ApiOutcome | null> {
    const { scope } = API_ROUTES[found.name];
    const address = req.socket.remoteAddress ?? '';
    const by = scope === null ? null : keys.admit(req.headers.authorization, scope, address);
    if (by && 'ok' in by) return by;
    const asked = await readRequest(req, found);
    if (asked === null || 'ok' in asked) return asked;
    const give = answers[found.name] as (asked: object, by: ApiKey | null) => ApiOutcome | Promise<ApiOutcome>;
    return give(asked, by);
  }

  async function serve(req: IncomingMessage, res: ServerResponse, path: string): Promise<void> {
    if (isFromElsewhere(req, res)) return sendNo(res, no('originRefused'));
    const found = findRoute(req.method ?? '', path);
    if ('name' in found) {
      const outcome = await ask(req, found);
      if (outcome) send(res, outcome);
    } else if (found.allow.length === 0) sendNo(res, no('notFound'));
    else if (req.method === 'OPTIONS') options(res, found.allow);
    else sendNo(res, no('methodNotAllowed', { allow: found.allow.join(', ') }));
  }

  /** `againMs`: in how long the address of the sender may ask again; 0: now. */
  return (req: IncomingMessage, res: ServerResponse, path: string, againMs: number): void => {
    if (againMs > 0) return sendNo(res, againIn(againMs));
    serve(req, res, path).catch((error: unknown) => {
      console.error('A request of the public API failed:', error);
      if (!res.headersSent) sendNo(res, no('hubFailed'));
    });
  };
}

export type ApiDoor = ReturnType<typeof apiDoor>;
