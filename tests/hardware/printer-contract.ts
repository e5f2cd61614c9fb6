import { expect, it } from 'vitest';
import { escposBytes, withoutRealtimeCommands } from '../../hardware/printers/escpos-bytes.ts';
import { canPrint, type Printer } from '../../hardware/printers/printer.ts';
import { layoutSlip } from '../../src/slip/layout-slip.ts';
import { tokenSlip } from '../support/slips.ts';

const picture = layoutSlip(tokenSlip());
export const SLIP = escposBytes(picture);
export const ROWS = Buffer.from(withoutRealtimeCommands(picture.bits));
export const job = (name = '7') => ({ name, bytes: SLIP });

/** What came out of a printer: its rows of dots, and how often it was cut. */
interface Paper {
  readonly rows: readonly Buffer[];
  readonly cuts: number;
}

/** A printer of a kind, with what came out of it. */
interface Tried {
  readonly printer: Printer;
  readonly paper: () => Promise<Paper>;
  /** Whether it says when a slip is printed. */
  readonly confirms: boolean;
}

/** One behind something that can be taken away. */
interface TriedBehind extends Tried {
  /** Makes it unreachable. */
  readonly takeAway: () => Promise<unknown>;
}

/** What every printer does, whatever it is behind. `takesOneJob`: what stands for the device loses its place after one. */
export function keepsThePrinterContract(make: () => Promise<Tried>, takesOneJob = false): void {
  it('prints the very picture, and says so only where it can know', async () => {
    const { printer, paper, confirms } = await make();
    expect(canPrint(await printer.status())).toBe(true);
    expect(await printer.print(job())).toBe(confirms ? 'confirmed' : 'uncertain');
    const { rows, cuts } = await paper();
    expect([Buffer.concat(rows).equals(ROWS), cuts]).toEqual([true, 1]);
    await printer.close();
  });

  const why = takesOneJob ? ' (not tried on a plain file, which loses its place after one job)' : '';
  it.skipIf(takesOneJob)(`prints one job at a time, each whole${why}`, async () => {
    const { printer, paper } = await make();
    await Promise.all(['1', '2', '3'].map((name) => printer.print(job(name))));
    const { rows, cuts } = await paper();
    expect([rows.length, cuts]).toEqual([(3 * ROWS.length) / 72, 3]);
    await printer.close();
  });

  it('tells those who watch how it is at once', async () => {
    const { printer } = await make();
    const told: boolean[] = [];
    const stop = printer.watch((status) => told.push(canPrint(status)));
    await expect.poll(() => told, { timeout: 5_000 }).toEqual([true]);
    stop();
    await printer.close();
  });

  it('ends the job on its way when it is closed, and takes no other', async () => {
    const { printer, paper } = await make();
    const onItsWay = printer.print(job('1'));
    await printer.close();
    expect(['confirmed', 'uncertain']).toContain(await onItsWay);
    expect(await printer.print(job('2'))).toBe('notSent');
    expect(await paper()).toMatchObject({ cuts: 1 });
  });
}

/** What a printer does besides that is behind something: a cable, a network, a queue. The preview is behind nothing. */
function keepsTheContractOfOneBehind(make: () => Promise<TriedBehind>): void {
  it('has sent nothing while it is away, and says that it is', async () => {
    const { printer, takeAway } = await make();
    await takeAway();
    expect(await printer.print(job())).toBe('notSent');
    expect(canPrint(await printer.status())).toBe(false);
    await printer.close();
  });

  it('tells those who watch when it goes', async () => {
    const { printer, takeAway } = await make();
    const told: boolean[] = [];
    const stop = printer.watch((status) => told.push(canPrint(status)));
    await expect.poll(() => told, { timeout: 5_000 }).toEqual([true]);
    await takeAway();
    await expect.poll(() => told, { timeout: 8_000 }).toEqual([true, false]);
    stop();
    await printer.close();
  });
}

/** Both parts of the contract. */
export function keepsTheWholeContract(make: () => Promise<TriedBehind>, takesOneJob = false): void {
  keepsThePrinterContract(make, takesOneJob);
  keepsTheContractOfOneBehind(make);
}
