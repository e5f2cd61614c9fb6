/** What a key of the public API may open. */
export const SCOPES = [
  'tokens:read',
  'tokens:write',
  'queues:read',
  'board:read',
  'reports:read',
  'days:read',
  'webhooks',
] as const;
export type Scope = (typeof SCOPES)[number];

/** A key of the public API, as it is kept: its secret is not. Times in epoch ms. */
export interface ApiKey {
  readonly id: number;
  /** The part of the key that is no secret, by which it is found. */
  readonly handle: string;
  /** Whose it is, as the manager wrote it. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** SHA-256 of the secret, in hexadecimal: it has 256 random bits, so nothing slower is needed. */
  readonly secretHash: string;
  readonly addedAt: number;
  readonly revokedAt: number | null;
}

/** The parts of a key as it is written, `mk_<handle>_<secret>`; undefined when it is none. */
export function readApiKey(text: string): { readonly handle: string; readonly secret: string } | undefined {
  const [, handle, secret] = /^mk_([a-z0-9]{12})_([A-Za-z0-9_-]{43})$/.exec(text) ?? [];
  return handle === undefined || secret === undefined ? undefined : { handle, secret };
}
