import { expect, it } from 'vitest';
import { escposBytes, withoutRealtimeCommands } from '../../hardware/printers/escpos-bytes.ts';
import { canPrint, type Printer } from '../../hardware/printers/printer.ts';
import { layoutSlip } from '../../src/slip/layout-slip.ts';
import { decodeEscpos } from '../support/devices/escpos-decoder.ts';
import { tokenSlip } from '../support/slips.ts';

const picture = layoutSlip(tokenSlip());
export const SLIP = escposBytes(picture);
export const ROWS = Buffer.from(withoutRealtimeCommands(picture.bits));
export const job = (name = '7') => ({ name, bytes: SLIP });

/** A printer of a kind, with what came out of it. */
export interface Tried {
  readonly printer: Printer;
  /** The commands that reached its paper. */
  readonly paper: () => Promise<Buffer>;
  /** Whether it says when a slip is printed. */
  readonly confirms: boolean;
  /** Makes it unreachable. */
  readonly takeAway: () => Promise<unknown>;
}

/** What every printer does, whatever it is behind. `takesOneJob`: what stands for the device loses its place after one. */
export function keepsThePrinterContract(make: () => Promise<Tried>, takesOneJob = false): void {
  it('prints the very picture, and says so only where it can know', async () => {
    const { printer, paper, confirms } = await make();
    expect(canPrint(await printer.status())).toBe(true);
    expect(await printer.print(job())).toBe(confirms ? 'confirmed' : 'uncertain');
    const { rows, cuts } = decodeEscpos(await paper());
    expect([Buffer.concat(rows).equals(ROWS), cuts]).toEqual([true, 1]);
    await printer.close();
  });

  const why = takesOneJob ? ' (not tried on a plain file, which loses its place after one job)' : '';
  it.skipIf(takesOneJob)(`prints one job at a time, each whole${why}`, async () => {
    const { printer, paper } = await make();
    await Promise.all(['1', '2', '3'].map((name) => printer.print(job(name))));
    const { rows, cuts } = decodeEscpos(await paper());
    expect([rows.length, cuts]).toEqual([(3 * ROWS.length) / 72, 3]);
    await printer.close();
  });

  it('has sent nothing while it is away, and says that it is', async () => {
    const { printer, takeAway } = await make();
    await takeAway();
    expect(await printer.print(job())).toBe('notSent');
    expect(canPrint(await printer.status())).toBe(false);
    await printer.close();
  });

  it('tells those who watch how it is, at once and when it goes', async () => {
    const { printer, takeAway } = await make();
    const told: boolean[] = [];
    const stop = printer.watch((status) => told.push(canPrint(status)));
    await expect.poll(() => told, { timeout: 5_000 }).toEqual([true]);
    await takeAway();
    await expect.poll(() => told, { timeout: 8_000 }).toEqual([true, false]);
    stop();
    await printer.close();
  });

  it('takes no job any more once it is closed', async () => {
    const { printer, paper } = await make();
    await printer.close();
    expect(await printer.print(job())).toBe('notSent');
    expect(await paper()).toHaveLength(0);
  });
}
