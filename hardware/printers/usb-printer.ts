import { escposPrinter } from './escpos-printer.ts';
import { type FindUsb, type UsbAddress, usbLink } from './links/usb-link.ts';
import type { Printer } from './printer.ts';

/** An ESC/POS printer on USB, spoken to without a driver of the system. */
export const usbPrinter = (address: UsbAddress, find?: FindUsb): Printer =>
  escposPrinter('usb', usbLink(address, find));
