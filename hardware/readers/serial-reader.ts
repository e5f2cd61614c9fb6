import { type MakePort, openPort, type SerialAddress } from '../serial-port.ts';
import { keptReader } from './kept-reader.ts';
import { lines } from './lines.ts';
import type { Reader } from './reader.ts';

/** A scanner on a serial line, real or virtual, that ends each scan with a carriage return or line feed. */
export const serialReader = (address: SerialAddress, makePort?: MakePort): Reader =>
  keptReader('serial', async (hear, lost) => {
    const port = await openPort(address, makePort);
    if (!port) return 'away';
    const cut = lines();
    port.on('data', (bytes: Uint8Array) => {
      for (const line of cut(bytes, performance.now())) hear({ symbology: 'other', bytes: line });
    });
    port.on('close', lost);
    return { close: () => new Promise((resolve) => (port.isOpen ? port.close(() => resolve()) : resolve())) };
  });
