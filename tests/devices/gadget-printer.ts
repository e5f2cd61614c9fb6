/**
 * A thermal printer behind the far end of a USB printer or a serial line that this machine's kernel makes, in a process
 * of its own: `gadget-printer.ts /dev/g_printer0`.
 */
import { constants, type PathLike } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { ail, type Ailments, losePower, onPaper, room, take } from '../support/devices/printer-machine.ts';

const PAUSE_MS = 5;
const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** Only one process may have it open: the one before may not have let go yet. */
async function opened(path: PathLike): Promise<FileHandle> {
  for (;;) {
    try {
      return await open(path, constants.O_RDWR | constants.O_NONBLOCK);
    } catch {
      await pause();
    }
  }
}

const device = await opened(process.argv[2] ?? '');

let answering = Promise.resolve();
const answer = (bytes: Buffer): void => {
  answering = answering.then(async () => {
    // An answer that nobody fetches is lost with the plug.
    await device.write(bytes).catch(() => undefined);
  });
};

async function printOn(): Promise<never> {
  const chunk = Buffer.alloc(8_192);
  for (;;) {
    try {
      const { bytesRead } = await device.read(chunk, 0, Math.min(chunk.length, room()), null);
      if (bytesRead > 0) take(Buffer.from(chunk.subarray(0, bytesRead)), answer);
      else await pause();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') losePower();
      await pause();
    }
  }
}

process.on('message', (told: { readonly ails: Partial<Ailments> } | 'paper') => {
  if (told === 'paper') process.send?.({ bytes: onPaper().toString('base64') });
  else {
    ail(told.ails, answer);
    process.send?.({ ails: true });
  }
});
process.on('disconnect', () => process.exit(0));
process.send?.({ isReady: true });
await printOn();
