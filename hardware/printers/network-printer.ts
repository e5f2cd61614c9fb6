import { escposPrinter } from './escpos-printer.ts';
import { type NetworkAddress, tcpLink } from './links/tcp-link.ts';
import type { Printer } from './printer.ts';

/** An ESC/POS printer on the LAN, as a rule on port 9100. */
export const networkPrinter = (address: NetworkAddress): Printer => escposPrinter('network', tcpLink(address));
