import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paperOf } from './escpos-paper.ts';
import { pngOf } from './png.ts';
import { type Printer, WELL } from './printer.ts';

/** A printer of files: each slip becomes `NAME.png` in the folder. Confirmed means that the file is there. */
export const paperPreview = (folder: string): Printer => ({
  kind: 'preview',
  async print({ name, bytes }) {
    try {
      await mkdir(folder, { recursive: true });
      const file = join(folder, `${name}.png`);
      await writeFile(`${file}.new`, pngOf(paperOf(bytes)));
      await rename(`${file}.new`, file);
      return 'confirmed';
    } catch {
      return 'notSent';
    }
  },
  status: async () => WELL,
  watch(tell) {
    tell(WELL);
    return () => undefined;
  },
  close: async () => undefined,
});
