import { execFileSync } from 'node:child_process';
import { beforeEach, describe } from 'vitest';
import { devicePrinter } from '../../hardware/printers/device-printer.ts';
import { serialPrinter } from '../../hardware/printers/serial-printer.ts';
import { usbPrinter } from '../../hardware/printers/usb-printer.ts';
import { keepsTheWholeContract } from '../hardware/printer-contract.ts';
import { decodeEscpos } from '../support/devices/escpos-decoder.ts';
import { FAR_PRINTER, FAR_SERIAL, gadgetPrinter, plugIn, PRINTER_FILE, SERIAL_FILE, unplug } from './gadget.ts';

beforeEach(plugIn);

describe('a printer behind the kernel’s /dev/usb/lp0', () => {
  keepsTheWholeContract(async () => {
    const far = await gadgetPrinter(FAR_PRINTER, { maker: 'EPSON' });
    return {
      printer: devicePrinter(PRINTER_FILE),
      paper: async () => decodeEscpos(await far.bytes()),
      confirms: true,
      takeAway: unplug,
    };
  });
});

describe('a printer on the kernel’s USB without its device file', () => {
  keepsTheWholeContract(async () => {
    const far = await gadgetPrinter(FAR_PRINTER, { maker: 'EPSON' });
    const printer = usbPrinter({ vendorId: 0x04b8, productId: 0x0e15, serialNumber: 'VIRT0001' });
    return { printer, paper: async () => decodeEscpos(await far.bytes()), confirms: true, takeAway: unplug };
  });
});

describe('a printer on the kernel’s serial line', () => {
  keepsTheWholeContract(async () => {
    execFileSync('stty', ['-F', FAR_SERIAL, 'raw', '-echo']);
    const far = await gadgetPrinter(FAR_SERIAL);
    const printer = serialPrinter({ path: SERIAL_FILE, baudRate: 115_200 });
    return { printer, paper: async () => decodeEscpos(await far.bytes()), confirms: true, takeAway: unplug };
  });
});
