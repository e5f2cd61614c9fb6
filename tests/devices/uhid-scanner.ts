/**
 * A USB scanner in HID-POS mode and a raw card reader that this machine's kernel makes through /dev/uhid, in a process
 * of their own. Told over the process's channel what is held to them, and to come and go.
 */
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { halfAReport } from '../support/devices/half-scans.ts';
import { posReportsOf } from '../support/devices/pos-scanner.ts';

/** Events of the kernel's interface (Documentation/hid/uhid.rst). */
const CREATE2 = 11;
const INPUT2 = 12;
const MOST_DESCRIPTOR = 4_096;
const BUS_USB = 3;

/** One application collection of reports of 63 bytes behind the id 2, of usage page 0x8C. */
const POS = '058c0902a101850209fe150026ff007508953f8102c0';
/** The same of a vendor's own page, 8 bytes without an id. */
const CARDS = '0600ff0901a1010902150026ff00750895088102c0';

interface Device {
  readonly name: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly descriptor: string;
}

const DEVICES = {
  scanner: { name: 'Markaz test scanner', vendorId: 0x0c2e, productId: 0x0b01, descriptor: POS },
  cards: { name: 'Markaz test card reader', vendorId: 0x08ff, productId: 0x0009, descriptor: CARDS },
} as const satisfies Record<string, Device>;

type Name = keyof typeof DEVICES;

function createEvent({ name, vendorId, productId, descriptor }: Device): Buffer {
  const report = Buffer.from(descriptor, 'hex');
  const event = Buffer.alloc(4 + 128 + 64 + 64 + 2 + 2 + 16 + MOST_DESCRIPTOR);
  event.writeUInt32LE(CREATE2, 0);
  event.write(name, 4);
  event.writeUInt16LE(report.length, 260);
  event.writeUInt16LE(BUS_USB, 262);
  event.writeUInt32LE(vendorId, 264);
  event.writeUInt32LE(productId, 268);
  report.copy(event, 280);
  return event;
}

function inputEvent(report: Uint8Array): Buffer {
  const event = Buffer.alloc(6 + report.length);
  event.writeUInt32LE(INPUT2, 0);
  event.writeUInt16LE(report.length, 4);
  event.set(report, 6);
  return event;
}

const plugged = new Map<Name, FileHandle>();

async function plug(name: Name): Promise<void> {
  const device = await open('/dev/uhid', constants.O_RDWR | constants.O_NONBLOCK);
  await device.write(createEvent(DEVICES[name]));
  plugged.set(name, device);
}

async function unplug(name: Name): Promise<void> {
  // The kernel takes the device away with its file.
  await plugged.get(name)?.close();
  plugged.delete(name);
}

type Told =
  | { readonly do: 'plug' | 'unplug'; readonly name: Name }
  | { readonly do: 'scan' | 'half'; readonly text: string }
  | { readonly do: 'card'; readonly bytes: readonly number[] };

async function obey(told: Told): Promise<void> {
  switch (told.do) {
    case 'plug':
      return plug(told.name);
    case 'unplug':
      return unplug(told.name);
    case 'scan':
      for (const report of posReportsOf(told.text)) await plugged.get('scanner')?.write(inputEvent(report));
      return;
    case 'half':
      await plugged.get('scanner')?.write(inputEvent(halfAReport(told.text)));
      return;
    case 'card':
      await plugged.get('cards')?.write(inputEvent(Uint8Array.from(told.bytes)));
  }
}

let working = Promise.resolve();
process.on('message', (told: Told) => {
  working = working.then(() => obey(told)).then(() => void process.send?.({ isDone: true }));
});
process.on('disconnect', () => process.exit(0));
process.send?.({ isReady: true });
