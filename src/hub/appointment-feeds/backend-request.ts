import type { FeedTrouble } from './feed.ts';
import { plainDetail } from './plain-detail.ts';

/** Where the app's backend is, and what its answers may cost. */
export interface Backend {
  readonly baseUrl: string;
  readonly centreId: string;
  /** Null where the backend asks for none. */
  readonly key: string | null;
  readonly timeoutMs: number;
  readonly mostBytes: number;
}

export interface Trouble {
  readonly kind: 'trouble';
  readonly trouble: FeedTrouble;
  readonly detail: string;
}
export type Answer =
  | { readonly kind: 'body'; readonly bytes: Buffer; readonly etag: string | null; readonly type: string }
  | { readonly kind: 'unchanged' }
  | Trouble;

const trouble = (name: FeedTrouble, detail: string): Trouble => ({
  kind: 'trouble',
  trouble: name,
  detail: plainDetail(detail),
});

/** The body, or undefined when it is larger than allowed: counted as it comes, after decompression. */
async function readBody(response: Response, mostBytes: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) return undefined; // Leaving the loop cancels what would still come.
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function answerOf(response: Response, mostBytes: number): Promise<Answer> {
  if (response.status === 304) return { kind: 'unchanged' };
  if (!response.ok) {
    await response.body?.cancel();
    return trouble('badStatus', String(response.status));
  }
  const bytes = await readBody(response, mostBytes);
  if (!bytes) return trouble('tooLarge', '');
  const type = response.headers.get('content-type') ?? '';
  return { kind: 'body', bytes, etag: response.headers.get('etag'), type };
}

/** What the system says of a connection that did not come about, e.g. ECONNREFUSED. */
const causeOf = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
};

/**
 * Asks the backend for something about the centre. Follows no redirect: the key is for this address alone. Null when
 * `stopping` cut it short.
 */
export async function askBackend(
  backend: Backend,
  path: string,
  init: { readonly method?: 'PUT'; readonly body?: string; readonly headers?: Readonly<Record<string, string>> },
  stopping: AbortSignal,
): Promise<Answer | null> {
  const late = AbortSignal.timeout(backend.timeoutMs);
  const url = `${backend.baseUrl.replace(/\/+$/, '')}/centres/${encodeURIComponent(backend.centreId)}/${path}`;
  const headers = { ...init.headers, ...(backend.key === null ? {} : { authorization: `Bearer ${backend.key}` }) };
  try {
    const signal = AbortSignal.any([stopping, late]);
    const response = await fetch(url, { ...init, headers, redirect: 'manual', signal });
    return await answerOf(response, backend.mostBytes);
  } catch (error) {
    if (stopping.aborted) return null;
    return late.aborted ? trouble('slow', '') : trouble('unreachable', causeOf(error));
  }
}
