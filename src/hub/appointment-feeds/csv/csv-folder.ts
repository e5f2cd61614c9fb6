import { createReadStream, createWriteStream } from 'node:fs';
import { access, lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { hideCnics } from '../../../domain/person/hide-cnics.ts';
import { masked } from './mask-cells.ts';

/** A file in the folder; a changed stamp tells that somebody still writes it. */
export interface DroppedFile {
  readonly name: string;
  readonly bytes: number;
  readonly stamp: string;
}

const isDropped = (name: string): boolean => /^[^.~].*\.csv$/i.test(name) && !/\.report\.csv$/i.test(name);

async function stampOf(folder: string, name: string): Promise<DroppedFile | undefined> {
  const stat = await lstat(join(folder, name)).catch(() => undefined); // It may be gone since the folder was read.
  return stat?.isFile() ? { name, bytes: stat.size, stamp: `${stat.size} ${stat.mtimeMs} ${stat.ino}` } : undefined;
}

/** The CSV files that lie in the folder, in order of name; throws when it cannot be read. */
export async function droppedFiles(folder: string): Promise<readonly DroppedFile[]> {
  const names = (await readdir(folder)).filter(isDropped).toSorted();
  const files = await Promise.all(names.map((name) => stampOf(folder, name)));
  return files.filter((file) => file !== undefined);
}

/** Whether nobody has touched the file since it was looked at. */
export const isStill = async (folder: string, file: DroppedFile): Promise<boolean> =>
  (await stampOf(folder, file.name))?.stamp === file.stamp;

const isFree = (path: string): Promise<boolean> =>
  access(path).then(
    () => false,
    () => true,
  );

async function freePath(folder: string, name: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const path = join(folder, count === 1 ? name : `${name.slice(0, -4)}-${count}.csv`);
    if (await isFree(path)) return path;
  }
}

/**
 * Writes the report beside the file and puts a copy of it away in which CNICs are masked, never over another one of its
 * name. The copy is whole before the file goes; what somebody wrote meanwhile stays for another look.
 */
export async function putAway(
  folder: string,
  file: DroppedFile,
  into: 'done' | 'refused',
  report: string,
  stopping: AbortSignal,
): Promise<void> {
  const name = hideCnics(file.name);
  const reportName = `${name.slice(0, -4)}.report.csv`;
  const half = join(folder, `.${reportName}`);
  await writeFile(half, report, { flush: true });
  await rename(half, join(folder, reportName));
  await mkdir(join(folder, into), { recursive: true });
  const copy = join(folder, into, `.${name}`);
  const [from, to] = [createReadStream(join(folder, file.name)), createWriteStream(copy, { flush: true })];
  await pipeline(from, masked, to, { signal: stopping });
  await rename(copy, await freePath(join(folder, into), name));
  if (await isStill(folder, file)) await rm(join(folder, file.name));
}

/**
 * Deletes the files that were put away before an instant (epoch ms), and the halves that a power cut left: they hold
 * names and phones of citizens, and nobody needs them once they are read. Gives how many those were.
 */
export async function dropPutAway(folder: string, before: number): Promise<number> {
  let dropped = 0;
  for (const into of ['done', 'refused']) {
    const names = await readdir(join(folder, into)).catch(() => []);
    for (const name of names.filter((one) => /\.csv$/i.test(one))) {
      const path = join(folder, into, name);
      const stat = await lstat(path).catch(() => undefined); // A half may have got its name since.
      if (!stat || stat.mtimeMs >= before) continue;
      await rm(path);
      dropped += 1;
    }
  }
  return dropped;
}
