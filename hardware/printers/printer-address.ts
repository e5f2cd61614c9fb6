import { devicePrinter } from './device-printer.ts';
import { serialAddressOf } from '../serial-port.ts';
import { networkAddressOf } from './links/tcp-link.ts';
import { usbAddressOf } from './links/usb-link.ts';
import { networkPrinter } from './network-printer.ts';
import { paperPreview } from './paper-preview.ts';
import type { Printer } from './printer.ts';
import { serialPrinter } from './serial-printer.ts';
import { spoolerPrinter } from './spooler-printer.ts';
import { usbPrinter } from './usb-printer.ts';

const DEVICE = /^usb:(\/dev\/\S+)$/;
const QUEUE = /^spooler:([\w.-]{1,127})$/;

/**
 * The printer behind an address: `tcp://HOST:PORT`, `usb:/dev/usb/lp0`, `usb:VENDOR:PRODUCT[:SERIAL]`,
 * `serial:PATH@BAUD`, `spooler:QUEUE`, or `preview` into the folder.
 * Undefined for anything else.
 */
export function printerOf(address: string, previewFolder: string): Printer | undefined {
  if (address === 'preview') return paperPreview(previewFolder);
  const network = networkAddressOf(address);
  if (network) return networkPrinter(network);
  const device = DEVICE.exec(address)?.[1];
  if (device) return devicePrinter(device);
  const usb = usbAddressOf(address);
  if (usb) return usbPrinter(usb);
  const serial = serialAddressOf(address);
  if (serial) return serialPrinter(serial);
  const queue = QUEUE.exec(address)?.[1];
  return queue ? spoolerPrinter(queue) : undefined;
}
