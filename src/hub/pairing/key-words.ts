import { createHash, X509Certificate } from 'node:crypto';
import { wordlist } from '@scure/bip39/wordlists/english.js';

const WORDS = 6;
const BITS = 11;

/**
 * The key of a hub's authority (certificate, PEM) as six words of BIP39's list that people compare: the first 66 bits of the
 * SHA-256 of its public key. To meet them with another key takes some 2^65 keys.
 */
export function keyWords(authorityCert: string): readonly string[] {
  const key = new X509Certificate(authorityCert).publicKey.export({ type: 'spki', format: 'der' });
  const digest = createHash('sha256').update(key).digest('hex');
  const bits = BigInt(`0x${digest}`) >> BigInt(256 - WORDS * BITS);
  return Array.from({ length: WORDS }, (_, place) => {
    const index = Number((bits >> BigInt((WORDS - 1 - place) * BITS)) & 0x7ffn);
    return wordlist[index] ?? '';
  });
}
