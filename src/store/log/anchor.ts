import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../files/write-whole.ts';
import type { Head } from './event-log.ts';

const anchorFile = (folder: string): string => join(folder, 'anchor.json');

/**
 * Notes outside the database how far the log had come, so that a store that lost events is found at start. It is a
 * witness only: where it cannot be written (a full disk), that is told on the console and the hall goes on.
 */
export function dropAnchor(folder: string, head: Head): void {
  try {
    writeWhole(anchorFile(folder), `${JSON.stringify(head)}\n`);
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
