import { constants, createPublicKey, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeWhole } from '../../store/files/write-whole.ts';

/** The key that opens what kiosks seal on their disks while they are alone; made when it is first needed. */
export interface SealKey {
  /** PEM. */
  readonly publicKey: () => string;
  /** The text; undefined for what is not sealed with this key. */
  readonly open: (sealed: string) => string | undefined;
}

function keptKey(folder: string): string {
  const file = join(folder, 'keys', 'seal.pem');
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const made = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeWhole(file, made);
  return made;
}

export function sealKeyOf(folder: string): SealKey {
  let kept: string | undefined;
  const key = () => (kept ??= keptKey(folder));
  return {
    publicKey: () => createPublicKey(key()).export({ type: 'spki', format: 'pem' }).toString(),
    open(sealed) {
      try {
        const padding = constants.RSA_PKCS1_OAEP_PADDING;
        return privateDecrypt({ key: key(), padding, oaepHash: 'sha256' }, Buffer.from(sealed, 'base64')).toString();
      } catch {
        return undefined;
      }
    },
  };
}
