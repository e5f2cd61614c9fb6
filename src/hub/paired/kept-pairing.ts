import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { z } from 'zod';
import { DEVICE_KINDS } from '../../domain/people/device.ts';
import type { Pairing } from './pair.ts';
import { tlsOptions } from './tls-options.ts';

const schema = z.strictObject({
  url: z.string().regex(/^https:\/\/[\w.-]+:\d{1,5}$/),
  authority: z.string(),
  deviceId: z.int(),
  kind: z.enum(DEVICE_KINDS),
  place: z.string().nullable(),
  key: z.string(),
  cert: z.string(),
});

/** What this machine was paired as; undefined when it was not, or the file cannot be read. */
export function readPairing(file: string): Pairing | undefined {
  try {
    const pairing = schema.parse(JSON.parse(readFileSync(file, 'utf8')));
    createSecureContext(tlsOptions(pairing));
    return pairing;
  } catch {
    return undefined;
  }
}

/** Keeps it for this user alone: the key is what makes this machine a device. @throws when it cannot be written. */
export function savePairing(file: string, pairing: Pairing): void {
  const fresh = `${file}.new`;
  rmSync(fresh, { force: true });
  writeFileSync(fresh, `${JSON.stringify(pairing)}\n`, { mode: 0o600, flush: true });
  renameSync(fresh, file);
}

/** A manager has revoked this machine: it has to be paired anew. What it was is put aside. */
export const forgetPairing = (file: string): void => renameSync(file, `${file}.revoked`);
