import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeAuthority, makeServer } from '../../../src/hub/pairing/certificates.ts';

/** The files of a key and a certificate of this run. */
export async function tlsFiles(folder: string): Promise<readonly string[]> {
  const { key, cert } = await makeServer(await makeAuthority('bench', Date.now()), ['127.0.0.1'], Date.now());
  const files = [join(folder, 'floor.key'), join(folder, 'floor.crt')];
  [key, cert].forEach((text, i) => writeFileSync(files[i] ?? '', text, { mode: 0o600 }));
  return files;
}
