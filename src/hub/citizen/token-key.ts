import { createHmac, timingSafeEqual } from 'node:crypto';

const MAC_LENGTH = 16;

const macOf = (key: Buffer, tokenId: number): string =>
  createHmac('sha256', key).update(`token:${tokenId}`).digest('base64url').slice(0, MAC_LENGTH);

/** The key under which a token can be followed by whoever holds its slip: its id and a seal that nobody can guess. */
export const tokenKeyOf = (key: Buffer, tokenId: number): string => `${tokenId}-${macOf(key, tokenId)}`;

/** The token that a key leads to; undefined when its seal is wrong. */
export function readTokenKey(key: Buffer, text: string): number | undefined {
  const match = /^(\d{1,15})-([A-Za-z0-9_-]{16})$/.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  const tokenId = Number(match[1]);
  const isSealed = timingSafeEqual(Buffer.from(match[2]), Buffer.from(macOf(key, tokenId)));
  return isSealed ? tokenId : undefined;
}
