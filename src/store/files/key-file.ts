import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StoreRefusal } from '../store-refusal.ts';
import { writeWhole } from './write-whole.ts';

const fileOf = (folder: string, name: string): string => join(folder, 'keys', `${name}.key`);

/** Reads a key of 32 bytes from beside the database. @throws StoreRefusal `keyMissing` when it is absent or no key. */
export function readKey(folder: string, name: string): Buffer {
  const file = fileOf(folder, name);
  const key = existsSync(file) ? Buffer.from(readFileSync(file, 'utf8').trim(), 'hex') : Buffer.alloc(0);
  if (key.length !== 32) throw new StoreRefusal('keyMissing', { file: folder, key: name });
  return key;
}

/** The key of that name, made when there is none: on disk before it is used, readable by its owner alone. */
export function makeKey(folder: string, name: string): Buffer {
  const file = fileOf(folder, name);
  if (existsSync(file) && readFileSync(file, 'utf8').trim().length === 64) return readKey(folder, name);
  const key = randomBytes(32);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeWhole(file, `${key.toString('hex')}\n`);
  return key;
}
