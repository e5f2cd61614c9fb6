import { describe, expect, it } from 'vitest';
import { networkPrinter } from '../../hardware/printers/network-printer.ts';
import { canPrint, type PrinterStatus } from '../../hardware/printers/printer.ts';
import { decodeEscpos } from '../support/devices/escpos-decoder.ts';
import type { Ailments } from '../support/devices/printer-machine.ts';
import { fakePrinter } from '../support/devices/printer-process.ts';
import { job, ROWS } from './printer-contract.ts';

async function printerWith(ails: Partial<Ailments> = {}) {
  const fake = await fakePrinter(ails);
  return { fake, printer: networkPrinter({ host: '127.0.0.1', port: fake.port }) };
}

describe('a printer says', () => {
  it.each<[string, Partial<Ailments>, Partial<PrinterStatus>]>([
    ['that all is well', {}, { answers: true, isOffline: false, paper: 'present', isCoverOpen: false, fault: 'none' }],
    ['that paper runs low', { paper: 'nearEnd' }, { isOffline: false, paper: 'nearEnd' }],
    ['that paper is out', { paper: 'out' }, { isOffline: true, paper: 'out' }],
    ['that its cover is open', { isCoverOpen: true }, { isOffline: true, isCoverOpen: true }],
    ['that its cutter is stuck', { isCutterStuck: true }, { isOffline: true, fault: 'cutter' }],
    ['nothing', { says: 'nothing' }, { isReachable: true, answers: false }],
    ['noise', { says: 'noise' }, { isReachable: true, answers: false }],
    ['letters', { says: 'letters' }, { isReachable: true, answers: false, paper: 'present', fault: 'none' }],
    ['zeros', { says: 'zeros' }, { isReachable: true, answers: false, paper: 'present', fault: 'none' }],
  ])('%s', async (_, ails, status) => {
    const { printer } = await printerWith(ails);
    expect(await printer.status()).toMatchObject(status);
  });
});

describe('a slip', () => {
  it.each<[string, Partial<Ailments>]>([
    ['without paper', { paper: 'out' }],
    ['under an open cover', { isCoverOpen: true }],
    ['at a stuck cutter', { isCutterStuck: true }],
  ])('%s is not sent, and not a byte of it is printed later', async (_, ails) => {
    const { fake, printer } = await printerWith(ails);
    expect(await printer.print(job())).toBe('notSent');
    await fake.ails({ paper: 'present', isCoverOpen: false, isCutterStuck: false });
    expect(await fake.bytes()).toHaveLength(0);
  });

  it('that runs out of paper in its middle is uncertain, and who watches is told', async () => {
    const { fake, printer } = await printerWith({ rowsLeft: 300 });
    const seen: PrinterStatus[] = [];
    printer.watch((status) => seen.push(status));
    expect(await printer.print(job())).toBe('uncertain');
    await expect.poll(() => seen.at(-1)?.paper).toBe('out');
    await fake.ails({ paper: 'present', rowsLeft: Infinity });
    await expect.poll(() => seen.at(-1)?.paper, { timeout: 5_000 }).toBe('present');
    // What it had taken comes out now, once.
    expect(decodeEscpos(await fake.bytes())).toMatchObject({ cuts: 1 });
    await printer.close();
  });

  it('on low paper is confirmed', async () => {
    const { printer } = await printerWith({ paper: 'nearEnd' });
    expect(await printer.print(job())).toBe('confirmed');
  });

  it('whose link is dropped in its middle is uncertain, and the next one prints', async () => {
    const { fake, printer } = await printerWith({ dropsAfter: 20_000 });
    expect(await printer.print(job())).toBe('uncertain');
    await fake.off();
    await fake.on();
    await fake.ails({ dropsAfter: Infinity });
    expect(await printer.print(job())).toBe('confirmed');
  });

  it('that a power cut takes is uncertain; the printer comes back empty and prints the next one', async () => {
    const { fake, printer } = await printerWith({ rowsLeft: 300 });
    const lost = printer.print(job());
    await fake.off();
    expect(['uncertain', 'notSent']).toContain(await lost);
    expect(await printer.print(job())).toBe('notSent');
    await fake.ails({ paper: 'present', rowsLeft: Infinity });
    const before = (await fake.bytes()).length;
    await fake.on();
    expect(await printer.print(job())).toBe('confirmed');
    const { rows } = decodeEscpos((await fake.bytes()).subarray(before));
    expect(Buffer.concat(rows).equals(ROWS)).toBe(true);
  });

  it.each(['noise', 'letters', 'zeros'] as const)(
    'is never confirmed by %s',
    async (says) => {
      const { printer } = await printerWith({ says });
      expect(await printer.print(job())).toBe('uncertain');
    },
    30_000,
  );

  it('at a slow printer is confirmed and comes out once, and nobody calls the printer dead meanwhile', async () => {
    const { fake, printer } = await printerWith({ takesPerSecond: 4_000, answersAfter: 300 });
    const seen: PrinterStatus[] = [];
    printer.watch((status) => seen.push(status));
    expect(await printer.print(job())).toBe('confirmed');
    expect(await printer.status()).toMatchObject({ answers: true, isOffline: false });
    expect(seen.filter((status) => !canPrint(status))).toEqual([]);
    await printer.close();
    expect(decodeEscpos(await fake.bytes())).toMatchObject({ cuts: 1 });
  }, 60_000);

  it('at a printer that takes no bytes is uncertain after a time, and holds up nobody for ever', async () => {
    const { printer } = await printerWith({ isStalled: true });
    expect(await printer.print(job())).toBe('uncertain');
    await printer.close();
  }, 60_000);
});

describe('a printer that hangs', () => {
  it('is offline within three seconds, gets no slip, and is well again when it goes on', async () => {
    const { fake, printer } = await printerWith();
    const seen: PrinterStatus[] = [];
    printer.watch((status) => seen.push(status));
    await expect.poll(() => seen.at(-1)?.answers).toBe(true);
    await fake.ails({ isStalled: true });
    await expect.poll(() => seen.at(-1)?.isOffline, { timeout: 3_000 }).toBe(true);
    expect(await printer.print(job())).toBe('notSent');
    await fake.ails({ isStalled: false });
    await expect.poll(() => seen.at(-1)).toMatchObject({ answers: true, isOffline: false });
    expect(await fake.bytes()).toHaveLength(0);
    await printer.close();
  });
});
