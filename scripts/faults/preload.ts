import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';

/** Why nothing can be put before the C library here, in words. */
export function cannotPreload(): string | undefined {
  if (process.platform !== 'linux') return 'it takes a preloaded library, on Linux alone';
  return spawnSync('cc', ['--version']).status === 0 ? undefined : 'there is no C compiler to build its library with';
}

/** Builds a library from its source into a folder. */
export function buildPreload(source: string, folder: string): string {
  const library = join(folder, `${basename(source, '.c')}.so`);
  const args = ['-shared', '-fPIC', '-O2', '-w', '-o', library, source, '-ldl', '-lpthread'];
  const { status, stderr } = spawnSync('cc', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return library;
}
