import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { devicePrinter } from '../../hardware/printers/device-printer.ts';
import { networkPrinter } from '../../hardware/printers/network-printer.ts';
import { paperPreview } from '../../hardware/printers/paper-preview.ts';
import { printerOf } from '../../hardware/printers/printer-address.ts';
import { spoolerPrinter } from '../../hardware/printers/spooler-printer.ts';
import { testFolder } from '../support/folder.ts';
import { fakePrinter } from '../support/printer-process.ts';
import { job, keepsThePrinterContract } from './printer-contract.ts';

describe('a network printer', () => {
  keepsThePrinterContract(async () => {
    const fake = await fakePrinter();
    const printer = networkPrinter({ host: '127.0.0.1', port: fake.port });
    return { printer, paper: fake.bytes, confirms: true, takeAway: fake.off };
  });
});

describe('a network printer of Epson’s own', () => {
  keepsThePrinterContract(async () => {
    const fake = await fakePrinter({ maker: 'EPSON' });
    const printer = networkPrinter({ host: '127.0.0.1', port: fake.port });
    return { printer, paper: fake.bytes, confirms: true, takeAway: fake.off };
  });
});

describe('a network printer that answers nothing', () => {
  keepsThePrinterContract(async () => {
    const fake = await fakePrinter({ says: 'nothing' });
    const printer = networkPrinter({ host: '127.0.0.1', port: fake.port });
    return { printer, paper: fake.bytes, confirms: false, takeAway: fake.off };
  });
}, 60_000);

// A plain file stands for the device here: it takes bytes and answers nothing. It has one place for reading and writing,
// so that several jobs are tried on the kernel's own device alone.
describe('a printer behind a device file', () => {
  keepsThePrinterContract(async () => {
    const file = join(testFolder(), 'lp0');
    writeFileSync(file, '');
    const paper = async () => withoutQuestions(readFileSync(file));
    return { printer: devicePrinter(file), paper, confirms: false, takeAway: async () => rmSync(file) };
  }, true);
}, 60_000);

/** A device file keeps the real-time questions too, which no paper shows. */
const withoutQuestions = (bytes: Buffer): Buffer => {
  const at = bytes.findIndex((byte, i) => byte === 0x10 && bytes[i + 1] === 0x04);
  if (at === -1) return bytes;
  return Buffer.concat([bytes.subarray(0, at), withoutQuestions(bytes.subarray(at + 3))]);
};

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
  keepsThePrinterContract(async () => {
    const queue = fakeSpooler();
    const paper = async () => readFileSync(queue);
    return { printer: spoolerPrinter('tokens'), paper, confirms: false, takeAway: async () => rmSync(queue) };
  });
});

describe('the paper preview', () => {
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
    const addresses = ['preview', 'tcp://10.0.0.7:9100', 'usb:/dev/usb/lp0', 'spooler:Front-Desk'];
    expect(addresses.map(kindOf)).toEqual(['preview', 'network', 'usb', 'spooler']);
    expect(['', 'tcp://10.0.0.7', 'usb:lp0', 'spooler:a;b', 'lpt1'].map(kindOf)).toEqual(Array(5).fill(undefined));
  });
});
