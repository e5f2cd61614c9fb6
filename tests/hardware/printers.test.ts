import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { SerialPortMock } from 'serialport';
import { describe, expect, it, onTestFinished } from 'vitest';
import { devicePrinter } from '../../hardware/printers/device-printer.ts';
import { networkPrinter } from '../../hardware/printers/network-printer.ts';
import { paperPreview } from '../../hardware/printers/paper-preview.ts';
import { printerOf } from '../../hardware/printers/printer-address.ts';
import { type SerialAddress, serialAddressOf } from '../../hardware/serial-port.ts';
import { serialPrinter } from '../../hardware/printers/serial-printer.ts';
import { usbAddressOf } from '../../hardware/printers/links/usb-link.ts';
import { usbPrinter } from '../../hardware/printers/usb-printer.ts';
import { spoolerPrinter } from '../../hardware/printers/spooler-printer.ts';
import { decodeEscpos } from '../support/devices/escpos-decoder.ts';
import { fakeUsb } from '../support/devices/fake-usb.ts';
import { testFolder } from '../support/folder.ts';
import type { Ailments } from '../support/devices/printer-machine.ts';
import { fakePrinter } from '../support/devices/printer-process.ts';
import { job, keepsThePrinterContract, keepsTheWholeContract } from './printer-contract.ts';

describe.each<[string, Partial<Ailments>, boolean]>([
  ['', {}, true],
  [' of Epson’s own', { maker: 'EPSON' }, true],
  [' of Epson’s own that knows no ids', { maker: 'EPSON', knowsIds: false }, true],
  [' that answers nothing', { says: 'nothing' }, false],
])(
  'a network printer%s',
  (_, ails, confirms) => {
    keepsTheWholeContract(async () => {
      const fake = await fakePrinter(ails);
      const printer = networkPrinter({ host: '127.0.0.1', port: fake.port });
      return { printer, paper: async () => decodeEscpos(await fake.bytes()), confirms, takeAway: fake.off };
    });
  },
  60_000,
);

// A plain file stands for the device here: it takes bytes and answers nothing. It has one place for reading and writing,
// so that several jobs are tried on the kernel's own device alone.
describe('a printer behind a device file', () => {
  keepsTheWholeContract(async () => {
    const file = join(testFolder(), 'lp0');
    writeFileSync(file, '');
    const paper = async () => decodeEscpos(withoutQuestions(readFileSync(file)));
    return { printer: devicePrinter(file), paper, confirms: false, takeAway: async () => rmSync(file) };
  }, true);
}, 60_000);

describe('a printer on USB without a device file', () => {
  const address = { vendorId: 0x04b8, productId: 0x0e15 };
  keepsTheWholeContract(async () => {
    const fake = await fakePrinter({ maker: 'EPSON' });
    const printer = usbPrinter(address, fakeUsb(fake.port));
    return { printer, paper: async () => decodeEscpos(await fake.bytes()), confirms: true, takeAway: fake.off };
  });

  it('is away where no such device is plugged in, or it is no printer', async () => {
    const noPrinter = { ...(await fakeUsb((await fakePrinter()).port)(address))!, configuration: { interfaces: [] } };
    for (const found of [undefined, noPrinter]) {
      const printer = usbPrinter(address, async () => found);
      expect(await printer.print(job())).toBe('notSent');
      expect((await printer.status()).isReachable).toBe(false);
    }
  });

  it('is away where the machine has no USB', async () => {
    expect((await usbPrinter({ ...address, serialNumber: 'NOWHERE' }).status()).isReachable).toBe(false);
  });
});

/** A device file keeps the real-time questions too, which no paper shows. */
const withoutQuestions = (bytes: Buffer): Buffer => {
  const at = bytes.findIndex((byte, i) => byte === 0x10 && bytes[i + 1] === 0x04);
  if (at === -1) return bytes;
  return Buffer.concat([bytes.subarray(0, at), withoutQuestions(bytes.subarray(at + 3))]);
};

/** A port of the package's own simulation, which keeps what it got over all its openings and answers nothing. */
function fakeSerialLine() {
  const { binding } = SerialPortMock;
  binding.reset();
  binding.createPort('COM3', { record: true });
  const seen: { readonly recording: Buffer }[] = [];
  const makePort = async ({ path, baudRate }: SerialAddress) => {
    const port = new SerialPortMock({ path, baudRate, autoOpen: false });
    port.once('open', () => port.port && seen.push(port.port));
    return port as never;
  };
  const sent = () => Buffer.concat(seen.map((one) => one.recording));
  return { makePort, paper: async () => decodeEscpos(withoutQuestions(sent())) };
}

describe('a printer on a serial line', () => {
  keepsTheWholeContract(async () => {
    const { makePort, paper } = fakeSerialLine();
    const printer = serialPrinter({ path: 'COM3', baudRate: 115_200 }, makePort);
    return { printer, paper, confirms: false, takeAway: async () => SerialPortMock.binding.reset() };
  });

  it('is away where there is no such port', async () => {
    const printer = serialPrinter({ path: '/dev/ttyNowhere', baudRate: 9_600 });
    expect(await printer.print(job())).toBe('notSent');
    expect((await printer.status()).isReachable).toBe(false);
  });
}, 60_000);

/** `lp` and `lpstat` of a spooler with one queue, which keeps what it got; without the queue's file there is none. */
function fakeSpooler(): string {
  const folder = testFolder();
  const queue = join(folder, 'queue');
  mkdirSync(join(folder, 'bin'));
  writeFileSync(queue, '');
  const script = (name: string, lines: string) => {
    const file = join(folder, 'bin', name);
    writeFileSync(file, `#!/bin/sh\n[ -f '${queue}' ] || exit 1\n${lines}\n`);
    chmodSync(file, 0o755);
  };
  script('lpstat', `echo "printer $2 is idle. enabled since today"`);
  script('lp', `[ "$1 $3 $4" = "-d -o raw" ] && cat >> '${queue}'`);
  const path = process.env['PATH'];
  process.env['PATH'] = `${join(folder, 'bin')}:${path}`;
  onTestFinished(() => void (process.env['PATH'] = path));
  return queue;
}

describe('a queue of the spooler', () => {
  keepsTheWholeContract(async () => {
    const queue = fakeSpooler();
    const paper = async () => decodeEscpos(readFileSync(queue));
    return { printer: spoolerPrinter('tokens'), paper, confirms: false, takeAway: async () => rmSync(queue) };
  });
});

/** The rows of a picture of one bit a dot, as its 0 for black makes them on paper. */
function rowsOf(png: Buffer): readonly Buffer[] {
  const [width, height] = [png.readUInt32BE(16) / 8, png.readUInt32BE(20)];
  const at = png.indexOf('IDAT');
  const dots = Buffer.from(inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4))).map((byte) => ~byte));
  return Array.from({ length: height }, (_, row) => dots.subarray(row * (width + 1) + 1, (row + 1) * (width + 1)));
}

describe('the paper preview', () => {
  keepsThePrinterContract(async () => {
    const folder = testFolder();
    const paper = async () => {
      const slips = readdirSync(folder).map((file) => rowsOf(readFileSync(join(folder, file))));
      return { rows: slips.flat(), cuts: slips.length };
    };
    return { printer: paperPreview(folder), paper, confirms: true };
  });

  it('leaves the slip as a picture in its folder', async () => {
    const folder = testFolder();
    expect(await paperPreview(folder).print(job())).toBe('confirmed');
    expect(readFileSync(join(folder, '7.png')).subarray(1, 4).toString()).toBe('PNG');
  });

  it('says that nothing was sent when the folder cannot be written, or the bytes are no slip', async () => {
    const folder = testFolder();
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await paperPreview(join(file, 'slips')).print(job())).toBe('notSent');
    expect(await paperPreview(folder).print({ name: '8', bytes: Uint8Array.of(0x1b, 0x21, 0) })).toBe('notSent');
    expect(existsSync(join(folder, '8.png'))).toBe(false);
  });
});

describe('an address', () => {
  it('names the printer behind it', () => {
    const kindOf = (address: string) => printerOf(address, '/tmp')?.kind;
    const addresses = [
      'preview',
      'tcp://10.0.0.7:9100',
      'usb:/dev/usb/lp0',
      'usb:04b8:0E15',
      'serial:COM3',
      'spooler:Front-Desk',
    ];
    expect(addresses.map(kindOf)).toEqual(['preview', 'network', 'usb', 'usb', 'serial', 'spooler']);
    expect(usbAddressOf('usb:04B8:0e15:VIRT-1')).toEqual({
      vendorId: 0x04b8,
      productId: 0x0e15,
      serialNumber: 'VIRT-1',
    });
    expect(serialAddressOf('serial:/dev/ttyS0@9600')).toEqual({ path: '/dev/ttyS0', baudRate: 9600 });
    expect(serialAddressOf('serial:COM3')).toEqual({ path: 'COM3', baudRate: 115_200 });
    expect(['', 'tcp://10.0.0.7', 'usb:lp0', 'usb:4b8:e15', 'spooler:a;b', 'lpt1'].map(kindOf)).toEqual(
      Array(6).fill(undefined),
    );
  });
});
