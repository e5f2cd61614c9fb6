import { escposPrinter } from './escpos-printer.ts';
import { deviceLink } from './links/device-link.ts';
import type { Printer } from './printer.ts';

/** An ESC/POS printer behind a device file of the kernel, as `/dev/usb/lp0` on Linux. */
export const devicePrinter = (path: string): Printer => escposPrinter('usb', deviceLink(path));
