const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A new key with 256 random bits. The hub gets the hash alone: the key is never on the wire, in a log or in a store. */
export async function newApiKey(): Promise<{
  readonly key: string;
  readonly handle: string;
  readonly secretHash: string;
}> {
  const handle = hex(crypto.getRandomValues(new Uint8Array(6)));
  const secret = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return { key: `mk_${handle}_${secret}`, handle, secretHash: hex(new Uint8Array(digest)) };
}
