import type { ServerResponse } from 'node:http';
import { PUSH_WORDS, type PushCode } from '../../../protocol/push-codes.ts';
import type { RowReport } from '../feed.ts';

/** What a delivery came to. */
export type Verdict = { readonly ok: true; readonly reports: readonly RowReport[] } | PushCode;

const STATUS: Readonly<Record<PushCode, number>> = {
  badSignature: 401,
  timestampOutside: 401,
  replayed: 409,
  tooLarge: 413,
  notJson: 400,
  badRequest: 400,
  notStored: 503,
};

/** Answers a delivery. What was not read of a refused body must not be read as the next request: the line is closed. */
export function answerDelivery(res: ServerResponse, verdict: Verdict): void {
  const isRefused = typeof verdict === 'string';
  const value = isRefused ? { ok: false, error: { code: verdict, message: PUSH_WORDS[verdict] } } : verdict;
  res.writeHead(isRefused ? STATUS[verdict] : 200, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(isRefused ? { connection: 'close' } : {}),
  });
  res.end(JSON.stringify(value));
}
