import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Pairing } from './pair.ts';

const schema = z.strictObject({
  url: z.string().regex(/^https:\/\/[\w.-]+:\d{1,5}$/),
  authority: z.string(),
  deviceId: z.int(),
  kind: z.string(),
  place: z.string().nullable(),
  key: z.string(),
  cert: z.string(),
});

/** What this machine was paired as; undefined when it was not, or the file cannot be read. */
export function readPairing(file: string): Pairing | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8'))) as Pairing;
  } catch {
    return undefined;
  }
}

/** Keeps it for this user alone: the key is what makes this machine a device. @throws when it cannot be written. */
export function savePairing(file: string, pairing: Pairing): void {
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify(pairing)}\n`, { mode: 0o600 });
}

/** The hub does not know this machine any more: it has to be paired anew. */
export const forgetPairing = (file: string): void => rmSync(file, { force: true });
