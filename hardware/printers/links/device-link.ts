import { close, constants, open, read, write } from 'node:fs';
import { promisify } from 'node:util';
import type { Link, OpenLink } from './link.ts';

const openFile = promisify(open);
const closeFile = promisify(close);

/** How long to wait before a device that was not ready is tried again. */
const RETRY_MS = 20;
/** As much as a kernel's printer buffer takes at once. */
const CHUNK = 4_096;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const isBusy = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EAGAIN';

const isUnplugged = (error: unknown): boolean =>
  ['ENODEV', 'ENXIO', 'ESHUTDOWN'].includes((error as NodeJS.ErrnoException).code ?? '');

const readSome = (fd: number, into: Buffer): Promise<number> =>
  new Promise((resolve, reject) => {
    read(fd, into, 0, into.length, null, (error, count) => (error ? reject(error) : resolve(count)));
  });

const writeSome = (fd: number, bytes: Uint8Array): Promise<number> =>
  new Promise((resolve, reject) => {
    write(fd, bytes, (error, count) => (error ? reject(error) : resolve(count)));
  });

function linkOver(fd: number): Link {
  let isGone = false;
  let isMute = false;
  let isClosed = false;
  let sending: Promise<unknown> = Promise.resolve();
  const listeners = new Set<(bytes: Uint8Array) => void>();

  async function readOn(): Promise<void> {
    const buffer = Buffer.alloc(256);
    while (!isClosed && !isGone && !isMute) {
      try {
        const count = await readSome(fd, buffer);
        for (const listener of listeners) if (count > 0) listener(Uint8Array.from(buffer.subarray(0, count)));
        if (count === 0) await pause(RETRY_MS);
      } catch (error) {
        if (isBusy(error)) await pause(RETRY_MS);
        else if (isUnplugged(error)) isGone = true;
        // A printer that only listens cannot be read: it is still there.
        else isMute = true;
      }
    }
  }

  async function sendOn(bytes: Uint8Array, withinMs: number): Promise<boolean> {
    const until = performance.now() + withinMs;
    let sent = 0;
    while (sent < bytes.length && !isGone && !isClosed && performance.now() < until) {
      try {
        sent += await writeSome(fd, bytes.subarray(sent, sent + CHUNK));
      } catch (error) {
        if (isBusy(error)) await pause(RETRY_MS);
        else isGone = true;
      }
    }
    return sent === bytes.length;
  }

  const reading = readOn();
  return {
    send(bytes, withinMs) {
      const sent = sendOn(bytes, withinMs);
      sending = sent;
      return sent;
    },
    hear: (listener) => void listeners.add(listener),
    isGone: () => isGone,
    async close() {
      isClosed = true;
      // Its number may be another file's as soon as it is closed: nothing is written to it any more.
      await Promise.all([reading, sending]);
      await closeFile(fd).catch(() => undefined);
    },
  };
}

/**
 * A link to a device file, as `/dev/usb/lp0` on Linux. Opened without blocking: a stalled printer would otherwise hold
 * the thread that writes, and with it the end of the process, for ever.
 */
export const deviceLink =
  (path: string): OpenLink =>
  async () => {
    try {
      return linkOver(await openFile(path, constants.O_RDWR | constants.O_NONBLOCK));
    } catch {
      return undefined;
    }
  };
