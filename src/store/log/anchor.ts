import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Head } from './event-log.ts';

const anchorFile = (folder: string): string => join(folder, 'anchor.json');

function writeAnchor(folder: string, head: Head): void {
  const made = `${anchorFile(folder)}.new`;
  const handle = openSync(made, 'w', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(head)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(made, anchorFile(folder));
}

/**
 * Notes outside the database how far the log had come, so that a store that lost events is found at start. It is a
 * witness only: where it cannot be written (a full disk), that is told on the console and the hall goes on.
 */
export function dropAnchor(folder: string, head: Head): void {
  try {
    writeAnchor(folder, head);
  } catch (error) {
    console.error('The anchor of the log could not be written:', error);
  }
}

/** The last anchor; undefined when none was dropped or it cannot be read (it is a witness, not the truth). */
export function readAnchor(folder: string): Head | undefined {
  if (!existsSync(anchorFile(folder))) return undefined;
  try {
    const read = JSON.parse(readFileSync(anchorFile(folder), 'utf8')) as Partial<Head>;
    return typeof read.seq === 'number' && typeof read.hash === 'string'
      ? { seq: read.seq, hash: read.hash }
      : undefined;
  } catch {
    return undefined;
  }
}
