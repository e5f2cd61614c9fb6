import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder that goes with the test. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'markaz-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const MIGRATIONS = join(import.meta.dirname, '../../migrations');
export const SCREENS = join(import.meta.dirname, '../../out/web');
export const ROOT = join(import.meta.dirname, '../..');
export const CITIZEN_PAGE = join(import.meta.dirname, '../../out/citizen');
