import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A file of the built screens, as it is served. */
export interface ScreenFile {
  readonly body: Buffer;
  readonly type: string;
  /** Files with a hash in their name never change. */
  readonly isForever: boolean;
}

/** Where each source page stands among the addresses. */
function addressOf(path: string): string {
  if (path === '/manager/first-run/index.html') return '/first-run/';
  if (path === '/manager/standby/index.html') return '/standby/';
  if (!path.endsWith('/index.html')) return path;
  return path === '/renderer/index.html' ? '/' : path.slice(0, -'index.html'.length);
}

/**
 * Reads the built screens once into a fixed map from address to file: nothing outside it can be asked for.
 * Empty when the folder does not exist.
 */
export function readScreenFiles(folder: string): ReadonlyMap<string, ScreenFile> {
  const files = new Map<string, ScreenFile>();
  let entries;
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    return files;
  }
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name);
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    files.set(addressOf(path), { body: readFileSync(file), type, isForever: path.startsWith('/assets/') });
  }
  return files;
}
