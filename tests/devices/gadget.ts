import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ailments } from '../support/devices/printer-machine.ts';
import { printerProcess } from '../support/devices/printer-process.ts';

/**
 * Switches the port off and on, as a plug drawn and put in: taken apart from the device's side, the kernel would fall
 * over a far end that is still open.
 */
const PORT = '/sys/bus/usb/devices/1-0:1.0/usb1-port1/disable';

/** What the kernel makes of the device on this end of the plug. */
export const PRINTER_FILE = '/dev/usb/lp0';
export const SERIAL_FILE = '/dev/ttyACM0';
/** The far ends. */
export const FAR_PRINTER = '/dev/g_printer0';
export const FAR_SERIAL = '/dev/ttyGS0';

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(20);
}

/** Draws the plug. */
export async function unplug(): Promise<void> {
  writeFileSync(PORT, '1');
  await until(() => !existsSync(PRINTER_FILE) && !existsSync(SERIAL_FILE));
}

/** Puts the plug in, if it is not; the kernel's own drivers have it then. */
export async function plugIn(): Promise<void> {
  if (!existsSync(SERIAL_FILE)) writeFileSync(PORT, '0');
  await until(() => existsSync(PRINTER_FILE) && existsSync(SERIAL_FILE));
}

/** Starts a printer behind a far end. */
export async function gadgetPrinter(farEnd: string, ails: Partial<Ailments> = {}) {
  const printer = await printerProcess(join(import.meta.dirname, 'gadget-printer.ts'), [farEnd]);
  if (Object.keys(ails).length > 0) await printer.ails(ails);
  return printer;
}
