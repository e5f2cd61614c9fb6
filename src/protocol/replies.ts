import type { ErrorCode } from './error-codes.ts';

/** A no, with its code, the values in its sentence, and the sentence in both languages. */
export interface WireError {
  readonly code: ErrorCode;
  readonly details?: Readonly<Record<string, string | number>>;
  readonly message: { readonly en: string; readonly ur: string };
}

/** What a yes brings back. */
export interface Result {
  readonly tokenId?: number;
  readonly label?: string;
  /** How many stood before the new token in its service. */
  readonly ahead?: number;
  readonly counterId?: number;
}

/** The answer to a command: `seq` is the log's head when it was given. A repeat of the id gets the very same. */
export type Reply =
  | { readonly ok: true; readonly id: string; readonly seq: number; readonly result: Result }
  | { readonly ok: false; readonly id: string | null; readonly error: WireError };
