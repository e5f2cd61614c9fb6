import type { Refusal } from '../../domain/decision.ts';
import { type ErrorCode, errorSentence } from '../../protocol/error-codes.ts';
import type { Reply, WireError } from '../../protocol/replies.ts';

/** An error as it crosses the wire, with its sentences. */
export function wireError(error: { readonly code: ErrorCode; readonly details?: Refusal['details'] }): WireError {
  const message = { en: errorSentence(error, 'en'), ur: errorSentence(error, 'ur') };
  return { code: error.code, ...(error.details ? { details: error.details } : {}), message };
}

/** A no to a command; `id` is null when the command had none that could be read. */
export const refusal = (id: string | null, code: ErrorCode, details?: Refusal['details']): Reply => ({
  ok: false,
  id,
  error: wireError(details ? { code, details } : { code }),
});
