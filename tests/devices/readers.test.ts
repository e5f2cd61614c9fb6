import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hidReader } from '../../hardware/readers/hid-reader.ts';
import { serialReader } from '../../hardware/readers/serial-reader.ts';
import { keepsTheReaderContract } from '../hardware/readers/reader-contract.ts';
import { halfALine } from '../support/devices/half-scans.ts';
import { printerProcess as startProcess } from '../support/devices/printer-process.ts';
import { FAR_SERIAL, plugIn, SERIAL_FILE, unplug } from './gadget.ts';

const SCANNER = { vendorId: 0x0c2e, productId: 0x0b01 };
const CARDS = { vendorId: 0x08ff, productId: 0x0009 };

async function uhid(...names: readonly string[]) {
  const process = await startProcess(join(import.meta.dirname, 'uhid-scanner.ts'));
  for (const name of names) await process.tell({ do: 'plug', name });
  return process;
}

describe('a scanner in HID-POS mode behind the kernel’s hidraw', () => {
  keepsTheReaderContract(async () => {
    const { tell } = await uhid('scanner');
    return {
      reader: hidReader(SCANNER),
      scan: (text) => tell({ do: 'scan', text }),
      burst: (bytes) => tell({ do: 'scan', text: 'X'.repeat(bytes) }),
      half: (text) => tell({ do: 'half', text }),
      unplug: () => tell({ do: 'unplug', name: 'scanner' }),
      replug: () => tell({ do: 'plug', name: 'scanner' }),
    };
  });

  it('and a raw card reader beside it are each heard alone', async () => {
    const { tell } = await uhid('scanner', 'cards');
    const readers = [hidReader(SCANNER), hidReader(CARDS)];
    onTestFinished(async () => void (await Promise.all(readers.map((one) => one.close()))));
    const read: string[] = [];
    readers.forEach((reader, place) =>
      reader.hear(({ bytes }) => read.push(`${place} ${Buffer.from(bytes).toString()}`)),
    );
    for (const reader of readers)
      await new Promise<void>((ready) => void reader.watch((one) => one === 'ready' && ready()));
    await tell({ do: 'scan', text: '3520212345673' });
    await tell({ do: 'card', bytes: [4, 0xa1, 0x0b, 0x2c, 0x3d, 0, 0, 0] });
    await expect.poll(() => read.toSorted(), { timeout: 5_000 }).toEqual(['0 3520212345673', '1 A10B2C3D']);
  });
});

describe('a scanner on the kernel’s serial line', () => {
  keepsTheReaderContract(async () => {
    await plugIn();
    // Opened anew each time: a line that was unplugged stays hung up for who had it open.
    const say = (text: string) => {
      execFileSync('stty', ['-F', FAR_SERIAL, 'raw', '-echo']);
      writeFileSync(FAR_SERIAL, text, { flag: 'r+' });
    };
    return {
      reader: serialReader({ path: SERIAL_FILE, baudRate: 115_200 }),
      scan: (text) => say(`${text}\r\n`),
      burst: (bytes) => say(`${'X'.repeat(bytes)}\r`),
      half: (text) => halfALine(text, say),
      unplug,
      replug: plugIn,
    };
  });
});
