import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StoreRefusal } from '../store-refusal.ts';

const keyFile = (folder: string): string => join(folder, 'keys', 'chain.key');

/** Reads the key that seals the event log. @throws StoreRefusal `keyMissing` when it is absent or not 32 bytes. */
export function readChainKey(folder: string): Buffer {
  const file = keyFile(folder);
  const key = existsSync(file) ? Buffer.from(readFileSync(file, 'utf8').trim(), 'hex') : Buffer.alloc(0);
  if (key.length !== 32) throw new StoreRefusal('keyMissing', { file: folder });
  return key;
}

/** Makes the key of a new store, on disk before anything is sealed with it, readable by its owner alone. */
export function makeChainKey(folder: string): Buffer {
  const file = keyFile(folder);
  if (existsSync(file) && readFileSync(file, 'utf8').trim().length === 64) return readChainKey(folder);
  const key = randomBytes(32);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const handle = openSync(`${file}.new`, 'w', 0o600);
  writeSync(handle, `${key.toString('hex')}\n`);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(`${file}.new`, file);
  return key;
}
