import type { ServerResponse } from 'node:http';
import { API_STATUS, API_WORDS, type ApiCode } from '../../protocol/api/api-codes.ts';
import type { WireError } from '../../protocol/replies.ts';
import { json } from '../answer-http.ts';

/** An answer of the public API: a value, or bytes that are JSON already; or a no with its code. */
export type ApiOutcome =
  | { readonly ok: true; readonly value: unknown; readonly headers?: Readonly<Record<string, string>> }
  | { readonly ok: true; readonly text: string; readonly headers?: Readonly<Record<string, string>> }
  | ApiNo;
export type ApiNo =
  | { readonly ok: false; readonly code: ApiCode; readonly headers?: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly error: WireError };

export const no = (code: ApiCode, headers: Readonly<Record<string, string>> = {}): ApiNo => ({
  ok: false,
  code,
  headers,
});

/** Too much at once: when to come again. */
export const againIn = (ms: number): ApiNo => no('tooMany', { 'retry-after': String(Math.ceil(ms / 1_000)) });

/** Answers with a no: of the API by its own status, of the rules with 409. */
export function sendNo(res: ServerResponse, refused: ApiNo): void {
  if ('error' in refused) return json(res, { error: refused.error }, 409);
  const { code, headers = {} } = refused;
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  json(res, { error: { code, message: API_WORDS[code] } }, API_STATUS[code]);
}
