import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Printer } from './printer.ts';

/** A printer of files: each slip becomes `NAME.png` in the folder. Confirmed means that the file is there. */
export function paperPreview(folder: string): Printer {
  return {
    kind: 'preview',
    async print({ name, png }) {
      try {
        await mkdir(folder, { recursive: true });
        const file = join(folder, `${name}.png`);
        await writeFile(`${file}.new`, png);
        await rename(`${file}.new`, file);
        return 'confirmed';
      } catch {
        return 'notSent';
      }
    },
    isReady: async () => true,
  };
}
