import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BESIDE_FOLDERS, type BesideFile, isBeside } from '../../protocol/standby/beside.ts';

/** A file as it lies there; nothing of one that has gone meanwhile, or is empty. */
async function fileAt(folder: string, path: string): Promise<readonly BesideFile[]> {
  const stats = await stat(join(folder, path)).catch(() => undefined);
  return stats?.isFile() && stats.size > 0 ? [{ path, bytes: stats.size, changedAt: Math.round(stats.mtimeMs) }] : [];
}

/** Pictures of the boards and recorded voices in a data folder. */
export async function besideFiles(folder: string): Promise<readonly BesideFile[]> {
  const paths = await Promise.all(
    BESIDE_FOLDERS.map(async (place) => {
      const names = await readdir(join(folder, place)).catch(() => []);
      return names.map((name) => `${place}/${name}`).filter(isBeside);
    }),
  );
  return (await Promise.all(paths.flat().map((path) => fileAt(folder, path)))).flat();
}
