import { escposPrinter } from './escpos-printer.ts';
import { serialLink } from './links/serial-link.ts';
import type { MakePort, SerialAddress } from '../serial-port.ts';
import type { Printer } from './printer.ts';

/** An ESC/POS printer on a serial line, real or (as many USB ones) virtual. */
export const serialPrinter = (address: SerialAddress, makePort?: MakePort): Printer =>
  escposPrinter('serial', serialLink(address, makePort));
