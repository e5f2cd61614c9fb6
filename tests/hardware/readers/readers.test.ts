import { EventEmitter } from 'node:events';
import { SerialPortMock } from 'serialport';
import { describe, expect, it } from 'vitest';
import { cardScan } from '../../../hardware/readers/card-reports.ts';
import { type Hid, hidAddressOf, type HidDevice, hidReader } from '../../../hardware/readers/hid-reader.ts';
import { lines } from '../../../hardware/readers/lines.ts';
import { posReports } from '../../../hardware/readers/pos-reports.ts';
import { readerOf } from '../../../hardware/readers/reader-address.ts';
import { serialReader } from '../../../hardware/readers/serial-reader.ts';
import type { SerialAddress } from '../../../hardware/serial-port.ts';
import { halfALine, halfAReport } from '../../support/devices/half-scans.ts';
import { posReportsOf } from '../../support/devices/pos-scanner.ts';
import { keepsTheReaderContract } from './reader-contract.ts';

/** HID devices as `node-hid` tells them: those that are plugged in, each open once. */
class FakeHid implements Hid {
  readonly plugged = new Map<string, HidDevice>();
  readonly #open = new Map<string, EventEmitter>();

  async devices() {
    return [...this.plugged.values()];
  }

  async open(path: string) {
    const opened = Object.assign(new EventEmitter(), { close: async () => void this.#open.delete(path) });
    this.#open.set(path, opened);
    return opened;
  }

  plug(path: string, device: Partial<HidDevice>): void {
    this.plugged.set(path, { vendorId: 0x0c2e, productId: 0x0b01, usagePage: 0x8c, path, ...device });
  }

  unplug(path: string): void {
    this.plugged.delete(path);
    // As node-hid does it: a string, and only where somebody listens.
    this.#open.get(path)?.emit('error', 'could not read from HID device');
  }

  report(path: string, bytes: Uint8Array): void {
    this.#open.get(path)?.emit('data', Buffer.from(bytes));
  }

  scan(path: string, text: string, aim?: string): void {
    for (const report of posReportsOf(text, aim)) this.report(path, report);
  }
}

describe('a scanner in HID-POS mode', () => {
  keepsTheReaderContract(async () => {
    const hid = new FakeHid();
    hid.plug('/dev/hidraw0', {});
    let path = '/dev/hidraw0';
    return {
      reader: hidReader({ vendorId: 0x0c2e, productId: 0x0b01 }, async () => hid),
      scan: (text) => hid.scan(path, text),
      burst: (bytes) => hid.scan(path, 'X'.repeat(bytes)),
      half: (text) => hid.report(path, halfAReport(text)),
      unplug: () => hid.unplug(path),
      // The system gives another path to the same device.
      replug: () => hid.plug((path = '/dev/hidraw2'), {}),
    };
  });

  it('is told apart from another one, and from a keyboard of the same maker', async () => {
    const hid = new FakeHid();
    hid.plug('keys', { usagePage: 0x01 });
    hid.plug('left', {});
    hid.plug('right', { vendorId: 0x05e0 });
    const read: string[] = [];
    const readers = [{ vendorId: 0x0c2e, productId: 0x0b01 }, { vendorId: 0x05e0, productId: 0x0b01 }, {}].map(
      (address, place) => {
        const reader = hidReader(address, async () => hid);
        reader.hear(({ bytes }) => read.push(`${place} ${Buffer.from(bytes).toString()}`));
        return reader;
      },
    );
    await Promise.all(readers.map((one) => new Promise<void>((ready) => void one.watch(() => ready()))));
    hid.scan('right', 'R');
    hid.scan('keys', 'K');
    expect(read).toEqual(['1 R']);
    await Promise.all(readers.map((one) => one.close()));
  });

  it('takes another one of the same model than the reader beside it has', async () => {
    const hid = new FakeHid();
    hid.plug('one', { serialNumber: 'A1' });
    hid.plug('two', { serialNumber: 'B2' });
    const read: string[] = [];
    const add = async (name: string, serialNumber?: string) => {
      const address = { vendorId: 0x0c2e, productId: 0x0b01, ...(serialNumber ? { serialNumber } : {}) };
      const reader = hidReader(address, async () => hid);
      reader.hear(({ bytes }) => read.push(`${name} ${Buffer.from(bytes).toString()}`));
      await new Promise<void>((ready) => void reader.watch(() => ready()));
      return reader;
    };
    const readers = [await add('b', 'B2'), await add('any')];
    hid.scan('one', '1');
    hid.scan('two', '2');
    expect(read).toEqual(['any 1', 'b 2']);
    await Promise.all(readers.map((one) => one.close()));
    expect(hidAddressOf('hid:0c2e:0b01:B2')).toMatchObject({ serialNumber: 'B2' });
  });

  it('says what lacks on a machine without its driver', async () => {
    const reader = hidReader({}, () => Promise.reject(new Error('libusb-1.0.so.0: cannot open shared object file')));
    const state = await new Promise((resolve) => void reader.watch(resolve));
    expect(state).toBe('noDriver');
    await reader.close();
  });

  it('names the kind of code, and drops half a report, a foreign one and half a scan', () => {
    const join = posReports();
    const [first, last] = posReportsOf('A'.repeat(80), ']L2');
    expect(join(first!, 0)).toBeUndefined();
    expect(join(last!, 10)).toMatchObject({ symbology: 'pdf417', bytes: new Uint8Array(80).fill(65) });
    const [qr] = posReportsOf('QR');
    expect(join(qr!.subarray(0, 30), 20)).toBeUndefined();
    expect(join(Uint8Array.of(3, ...qr!.subarray(1)), 20)).toBeUndefined();
    expect(join(Uint8Array.of(2, 60, ...qr!.subarray(2)), 20)).toBeUndefined();
    expect(join(first!, 30)).toBeUndefined();
    expect(join(qr!, 1_100)).toEqual({ symbology: 'qr', bytes: Uint8Array.from(Buffer.from('QR')) });
  });
});

describe('a raw card reader', () => {
  it('gives the number of the card as text or in hexadecimal, and nothing when it is taken away', () => {
    const textOf = (bytes: readonly number[]) => {
      const scan = cardScan(Uint8Array.from(bytes));
      return scan && Buffer.from(scan.bytes).toString();
    };
    expect(textOf([0x04, 0xa1, 0x0b, 0x2c, 0x3d, 0, 0, 0])).toBe('A10B2C3D');
    expect(textOf([0x04, 0xa1, 0x0b, 0x2c, 0x3d, 0x4e, 0, 0])).toBe('04A10B2C3D4E');
    expect(textOf([...Buffer.from('0012345678'), 0, 0])).toBe('0012345678');
    expect(textOf(Array(8).fill(0))).toBeUndefined();
  });

  it('is heard through the same reader', async () => {
    const hid = new FakeHid();
    hid.plug('card', { vendorId: 0x08ff, productId: 9, usagePage: 0xff00 });
    const reader = hidReader({ vendorId: 0x08ff, productId: 9 }, async () => hid);
    const read: unknown[] = [];
    reader.hear((scan) => read.push(scan));
    await new Promise<void>((ready) => void reader.watch(() => ready()));
    hid.report('card', Uint8Array.of(4, 0xa1, 0x0b, 0x2c, 0x3d, 0, 0, 0));
    expect(read).toEqual([{ symbology: 'card', bytes: Buffer.from('A10B2C3D') }]);
    await reader.close();
  });
});

/** A serial line of the package's own simulation, whose other end a test speaks for. */
function fakeSerialScanner() {
  const { binding } = SerialPortMock;
  const plug = () => binding.createPort('COM7');
  binding.reset();
  plug();
  let port: SerialPortMock | undefined;
  const makePort = async ({ path, baudRate }: SerialAddress) =>
    (port = new SerialPortMock({ path, baudRate, autoOpen: false })) as never;
  return {
    makePort,
    say(text: string) {
      if (port?.isOpen) port.port?.emitData(Buffer.from(text, 'latin1'));
    },
    replug: plug,
    async unplug() {
      binding.reset();
      await new Promise((resolve) => port?.close(resolve));
    },
  };
}

describe('a scanner on a serial line', () => {
  keepsTheReaderContract(async () => {
    const { makePort, say, unplug, replug } = fakeSerialScanner();
    const reader = serialReader({ path: 'COM7', baudRate: 9_600 }, makePort);
    return {
      reader,
      scan: (text) => say(`${text}\r\n`),
      burst: (bytes) => say(`${'X'.repeat(bytes)}\r`),
      half: (text) => halfALine(text, say),
      unplug,
      replug,
    };
  });

  it('ends a scan at the end of its line, however it comes in pieces, and gives half a one up', () => {
    const cut = lines();
    const textOf = (text: string, atMs: number) => cut(Buffer.from(text), atMs).map(String);
    const asText = (found: readonly string[]) =>
      found.map((bytes) => String.fromCharCode(...bytes.split(',').map(Number)));
    expect(asText(textOf('352021', 0))).toEqual([]);
    expect(asText(textOf('2345673\r\nAB', 5))).toEqual(['3520212345673']);
    expect(asText(textOf('C\r', 1_500))).toEqual(['C']);
    expect(asText(textOf('\r\n\n', 1_600))).toEqual([]);
  });
});

describe('the address of a reader', () => {
  it('names the reader behind it', async () => {
    expect(hidAddressOf('hid:0C2E:0b01')).toEqual({ vendorId: 0x0c2e, productId: 0x0b01 });
    expect(hidAddressOf('hid')).toEqual({});
    const made = ['hid', 'serial:COM7@9600', 'hid:12', 'usb:0c2e:0b01', ''].map(readerOf);
    expect(made.map((one) => one?.kind)).toEqual(['hid', 'serial', undefined, undefined, undefined]);
    for (const one of made) await one?.close();
  });
});
