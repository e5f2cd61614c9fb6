import { cardScan } from './card-reports.ts';
import { keptReader } from './kept-reader.ts';
import { posReports } from './pos-reports.ts';
import type { Reader, Scan } from './reader.ts';

/** A HID device by its vendor and product; any scanner in HID-POS mode where neither is given. */
export interface HidAddress {
  readonly vendorId?: number;
  readonly productId?: number;
  /** Where two alike are plugged in. */
  readonly serialNumber?: string;
}

export interface HidDevice {
  readonly vendorId: number;
  readonly productId: number;
  readonly path?: string | undefined;
  readonly serialNumber?: string | undefined;
  readonly usagePage?: number | undefined;
}

interface OpenHid {
  on(event: 'data', listener: (report: Uint8Array) => void): unknown;
  /** A string, not an Error; without a listener it would end the process. */
  on(event: 'error', listener: (error: unknown) => void): unknown;
  close(): Promise<void>;
}

/** As much of `node-hid` as a reader needs. */
export interface Hid {
  devices(): Promise<readonly HidDevice[]>;
  open(path: string): Promise<OpenHid>;
}

/** Loaded where such a reader is used: on Linux it needs libusb-1.0, and a machine without that still runs the rest. */
const realHid = async (): Promise<Hid> => {
  const { devicesAsync, HIDAsync } = (await import('node-hid')).default;
  return { devices: () => devicesAsync(), open: (path) => HIDAsync.open(path) };
};

const POS_PAGE = 0x8c;
/** Pages of a vendor's own, in which card readers tell their cards. Those of keyboards belong to the system. */
const VENDOR_PAGES = 0xff00;

/** Whether a device is the reader that is meant; the same again after it was unplugged. */
function isMeant(device: HidDevice, address: HidAddress): boolean {
  const { vendorId, productId, serialNumber, usagePage = 0 } = device;
  const isReader = usagePage === POS_PAGE || (usagePage >= VENDOR_PAGES && address.vendorId !== undefined);
  const isOfMaker = vendorId === (address.vendorId ?? vendorId) && productId === (address.productId ?? productId);
  return isReader && isOfMaker && serialNumber === (address.serialNumber ?? serialNumber);
}

/** Devices that a reader of this process has open: two readers of one model must not both take the first one. */
const taken = new Set<string>();

/** What the reports of a device give, by its usage page. */
function scanIn(usagePage: number | undefined): (report: Uint8Array) => Scan | undefined {
  if (usagePage !== POS_PAGE) return cardScan;
  const join = posReports();
  return (report) => join(report, performance.now());
}

/** A scanner in HID-POS mode, or a raw HID card reader. */
export const hidReader = (address: HidAddress, load: () => Promise<Hid> = realHid): Reader =>
  keptReader('hid', async (hear, lost) => {
    let hid: Hid;
    try {
      hid = await load();
    } catch {
      return 'noDriver';
    }
    try {
      const device = (await hid.devices()).find((one) => isMeant(one, address) && !taken.has(one.path ?? ''));
      const { path } = device ?? {};
      if (device === undefined || path === undefined) return 'away';
      const opened = await hid.open(path);
      taken.add(path);
      const scanOf = scanIn(device.usagePage);
      opened.on('data', (report) => {
        const scan = scanOf(report);
        if (scan) hear(scan);
      });
      opened.on('error', lost);
      return {
        async close() {
          taken.delete(path);
          await opened.close().catch(() => undefined);
        },
      };
    } catch {
      return 'away';
    }
  });

/**
 * Reads `hid:VENDOR:PRODUCT` or `hid:VENDOR:PRODUCT:SERIAL` (hexadecimal), or `hid` for any scanner in HID-POS mode;
 * undefined for anything else.
 */
export function hidAddressOf(text: string): HidAddress | undefined {
  if (text === 'hid') return {};
  const [, vendor, product, serialNumber] = /^hid:([\da-f]{4}):([\da-f]{4})(?::([\w.-]{1,64}))?$/i.exec(text) ?? [];
  if (vendor === undefined || product === undefined) return undefined;
  const ids = { vendorId: Number.parseInt(vendor, 16), productId: Number.parseInt(product, 16) };
  return serialNumber === undefined ? ids : { ...ids, serialNumber };
}
