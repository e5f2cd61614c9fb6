import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Path of a real Electron binary, or undefined. The package is never imported for it: outside Electron its module
 * tries a download as soon as it loads.
 */
export function findElectron(): string | undefined {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) {
    const binary = join(override, process.platform === 'win32' ? 'electron.exe' : 'electron');
    return existsSync(binary) ? binary : undefined;
  }
  const folder = join(import.meta.dirname, '../node_modules/electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
}
