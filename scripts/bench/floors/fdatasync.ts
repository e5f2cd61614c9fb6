/** What one wait for the disk costs: `fdatasync.ts FILE`; asked for `{ms}`, writes a page and syncs it, again and again. */
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';

const [file = ''] = process.argv.slice(2);
const PAGE = Buffer.alloc(4_096, 1);
const PAGES = 1_000;

process.on('message', ({ ms }: { ms: number }) => {
  const fd = openSync(file, 'w');
  const took: number[] = [];
  const endsAt = performance.now() + ms;
  for (let i = 0; performance.now() < endsAt; i += 1) {
    writeSync(fd, PAGE, 0, PAGE.length, (i % PAGES) * PAGE.length);
    const from = performance.now();
    fdatasyncSync(fd);
    took.push(performance.now() - from);
  }
  closeSync(fd);
  took.sort((a, b) => a - b);
  process.send?.({ medianMs: took[Math.floor(took.length / 2)] });
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
