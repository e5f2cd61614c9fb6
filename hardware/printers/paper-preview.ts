import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paperOf } from './escpos-paper.ts';
import { inTurn } from './in-turn.ts';
import { pngOf } from './png.ts';
import { type Printer, type PrintJob, type PrintOutcome, WELL } from './printer.ts';

/** A printer of files: each slip becomes `NAME.png` in the folder. Confirmed means that the file is there. */
export function paperPreview(folder: string): Printer {
  const turn = inTurn();
  let isClosed = false;

  async function print({ name, bytes }: PrintJob): Promise<PrintOutcome> {
    if (isClosed) return 'notSent';
    try {
      await mkdir(folder, { recursive: true });
      const file = join(folder, `${name}.png`);
      await writeFile(`${file}.new`, pngOf(paperOf(bytes)));
      await rename(`${file}.new`, file);
      return 'confirmed';
    } catch {
      return 'notSent';
    }
  }

  return {
    kind: 'preview',
    print: (job) => turn(() => print(job)),
    status: async () => WELL,
    watch(tell) {
      tell(WELL);
      return () => undefined;
    },
    close: () => turn(async () => void (isClosed = true)),
  };
}
