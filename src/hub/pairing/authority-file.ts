import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../../store/files/write-whole.ts';
import { type Credential, makeAuthority } from './certificates.ts';

/** The hub's authority, beside its other keys, with its certificate alone as `authority.crt`: programs trust the hub by that. */
export async function openAuthority(folder: string, hubId: string, at: number): Promise<Credential> {
  const authority = await keptAuthority(folder, hubId, at);
  const file = join(folder, 'keys', 'authority.crt');
  if (!existsSync(file) || readFileSync(file, 'utf8') !== authority.cert) writeFileSync(file, authority.cert);
  return authority;
}

/** On disk before it is used, readable by its owner alone. */
async function keptAuthority(folder: string, hubId: string, at: number): Promise<Credential> {
  const file = join(folder, 'keys', 'authority.pem');
  if (existsSync(file)) {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('-----BEGIN CERTIFICATE-----');
    return { key: text.slice(0, end), cert: text.slice(end) };
  }
  const made = await makeAuthority(hubId, at);
  mkdirSync(join(folder, 'keys'), { recursive: true, mode: 0o700 });
  writeWhole(file, `${made.key}${made.cert}`);
  return made;
}
