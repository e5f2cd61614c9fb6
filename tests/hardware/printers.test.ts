import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { escposBytes, withoutRealtimeCommands } from '../../hardware/printers/escpos-bytes.ts';
import { networkAddressOf, networkPrinter } from '../../hardware/printers/network-printer.ts';
import { paperPreview } from '../../hardware/printers/paper-preview.ts';
import { layoutSlip } from '../../src/slip/layout-slip.ts';
import { decodeEscpos } from '../support/escpos-decoder.ts';
import { testFolder } from '../support/folder.ts';
import { fakePrinter } from '../support/printer-process.ts';
import { tokenSlip } from '../support/slips.ts';

const CONTENT = tokenSlip();
const slip = layoutSlip(CONTENT);
const job = { name: '7', picture: slip.picture, png: slip.png() };

describe('ESC/POS bytes', () => {
  it('decode, by a decoder of their own, to the very picture, in bands of at most 255 rows, with one cut', () => {
    const paper = decodeEscpos(escposBytes(slip.picture));
    expect(Buffer.concat(paper.rows).equals(Buffer.from(withoutRealtimeCommands(slip.picture.bits)))).toBe(true);
    expect(paper).toMatchObject({ widthBytes: 72, cuts: 1, resets: 1 });
    expect(Math.max(...paper.bands)).toBeLessThanOrEqual(255);
  });

  it('feed blank rows instead of sending them', () => {
    expect(escposBytes(slip.picture).length).toBeLessThan(slip.picture.bits.length * 0.7);
  });

  it('hold no real-time command inside a picture, and change one dot for each', () => {
    const bits = Uint8Array.from([0x10, 0x04, 0x01, 0x10, 0x05, 0x00, 0x10, 0x14, 0x10, 0x06]);
    const safe = Buffer.from(withoutRealtimeCommands(bits));
    expect(safe.toString('hex')).toBe('10840110850010941006');
    const bytes = escposBytes({ width: 8, height: bits.length, bits });
    for (const command of ['1004', '1005', '1014']) expect(bytes.includes(Buffer.from(command, 'hex'))).toBe(false);
  });

  it('are refused for a picture that is no whole number of bytes wide', () => {
    expect(() => escposBytes({ width: 7, height: 1, bits: new Uint8Array(1) })).toThrow('7 dots');
  });
});

describe('a network printer', () => {
  it('gets the very picture, and the job is confirmed when it says so', async () => {
    const fake = await fakePrinter();
    const printer = networkPrinter({ host: '127.0.0.1', port: fake.port });
    expect(await printer.isReady()).toBe(true);
    expect(await printer.print(job)).toBe('confirmed');
    const paper = decodeEscpos(await fake.bytes());
    expect(Buffer.concat(paper.rows).equals(Buffer.from(withoutRealtimeCommands(slip.picture.bits)))).toBe(true);
  });

  it('that answers nothing leaves the job uncertain, never confirmed', async () => {
    const fake = await fakePrinter();
    fake.mute();
    expect(await networkPrinter({ host: '127.0.0.1', port: fake.port }).print(job)).toBe('uncertain');
  });

  it('that is away leaves the job not sent, and is not ready', async () => {
    const fake = await fakePrinter();
    await fake.end();
    const printer = networkPrinter({ host: '127.0.0.1', port: fake.port });
    expect(await printer.print(job)).toBe('notSent');
    expect(await printer.isReady()).toBe(false);
  });

  it('prints one job at a time, in order', async () => {
    const fake = await fakePrinter();
    const printer = networkPrinter({ host: '127.0.0.1', port: fake.port });
    expect(await Promise.all([printer.print(job), printer.print(job), printer.print(job)])).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
    ]);
    expect(decodeEscpos(await fake.bytes()).cuts).toBe(3);
  });

  it('is known by its address', () => {
    expect(networkAddressOf('tcp://10.0.0.7:9100')).toEqual({ host: '10.0.0.7', port: 9100 });
    expect(networkAddressOf('preview')).toBeUndefined();
  });
});

describe('the paper preview', () => {
  it('leaves the slip as a picture in its folder', async () => {
    const folder = testFolder();
    expect(await paperPreview(folder).print(job)).toBe('confirmed');
    expect(readFileSync(join(folder, '7.png')).equals(job.png)).toBe(true);
  });

  it('says that nothing was sent when the folder cannot be written', async () => {
    const file = join(testFolder(), 'file');
    writeFileSync(file, '');
    expect(await paperPreview(join(file, 'slips')).print(job)).toBe('notSent');
  });
});
