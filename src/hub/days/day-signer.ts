import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { makeKey } from '../../store/files/key-file.ts';

/** A private key of Ed25519 in PKCS #8 is these bytes and the 32 of its seed (RFC 8410, section 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Signs the files of centre-days, with a key that is made when the first is asked for and lies beside the database. */
export function daySigner(folder: string) {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, makeKey(folder, 'day')]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'jwk' }).x ?? '';
  return {
    publicKey,
    keyId: createHash('sha256').update(publicKey, 'base64url').digest('hex').slice(0, 16),
    sign: (payload: string): string => sign(null, Buffer.from(payload), key).toString('base64url'),
  };
}

export type DaySigner = ReturnType<typeof daySigner>;
