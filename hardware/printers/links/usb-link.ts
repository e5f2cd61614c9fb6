import type { Link, OpenLink } from './link.ts';

/** A USB device by its vendor and product, and by its serial number where two alike are plugged in. */
export interface UsbAddress {
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber?: string;
}

/** As much of a device of the `usb` package as a printer needs. */
export interface UsbDevice {
  readonly configuration?:
    | {
        readonly interfaces: readonly {
          readonly interfaceNumber: number;
          readonly alternate: {
            readonly interfaceClass: number;
            readonly endpoints: readonly {
              readonly endpointNumber: number;
              readonly direction: string;
              readonly type: string;
            }[];
          };
        }[];
      }
    | undefined;
  open(): Promise<void>;
  close(): Promise<void>;
  claimInterface(interfaceNumber: number): Promise<void>;
  releaseInterface(interfaceNumber: number): Promise<void>;
  /** Linux gives a printer to a driver of its own, which has to let go of it first. */
  detachKernelDriver(interfaceNumber: number): Promise<void>;
  attachKernelDriver(interfaceNumber: number): Promise<void>;
  /** Throws after the time: the package's own limit of a second would cut a slow printer off in the middle. */
  transferOut(endpoint: number, bytes: Uint8Array<ArrayBuffer>, timeoutMs: number): Promise<{ bytesWritten: number }>;
  transferIn(endpoint: number, length: number, timeoutMs: number): Promise<{ data?: DataView | undefined }>;
}

/** Finds a device; undefined where none is plugged in. */
export type FindUsb = (address: UsbAddress) => Promise<UsbDevice | undefined>;

/** As much as goes in one transfer. */
const CHUNK = 4_096;
/** How long one listens at a time: the end of a link waits for it. */
const LISTEN_MS = 100;
const LISTEN_BYTES = 512;
/** The class of printers in the USB standard. Cheap ones call themselves the vendor's own (0xff). */
const PRINTER_CLASS = 7;

/** Loaded where such a printer is used: a machine without its native part still runs everything else. */
const realUsb: FindUsb = async ({ vendorId, productId, serialNumber }) => {
  const { usb } = await import('usb');
  const devices = await usb.getDevices();
  return devices.find(
    (device) =>
      device.vendorId === vendorId &&
      device.productId === productId &&
      (serialNumber === undefined || device.serialNumber === serialNumber),
  ) as UsbDevice | undefined;
};

/** The interface that takes what is printed, with its endpoints; undefined when the device is no printer. */
function printerInterface({ configuration }: UsbDevice) {
  const able = (configuration?.interfaces ?? []).flatMap(({ interfaceNumber, alternate }) => {
    const bulk = alternate.endpoints.filter(({ type }) => type === 'bulk');
    const out = bulk.find(({ direction }) => direction === 'out')?.endpointNumber;
    const answers = bulk.find(({ direction }) => direction === 'in')?.endpointNumber;
    return out === undefined ? [] : [{ interfaceNumber, usbClass: alternate.interfaceClass, out, answers }];
  });
  return able.find(({ usbClass }) => usbClass === PRINTER_CLASS) ?? able.find(({ usbClass }) => usbClass === 0xff);
}

type Interface = NonNullable<ReturnType<typeof printerInterface>>;

const bytesIn = (data: DataView | undefined): Uint8Array =>
  data ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array();
const pause = () => new Promise((resolve) => setTimeout(resolve, LISTEN_MS));
const isTimeout = (error: unknown): boolean => /cancel|time/i.test(String(error));

function linkOver(device: UsbDevice, { interfaceNumber, out, answers }: Interface): Link {
  let isGone = false;
  let isClosed = false;
  const listeners = new Set<(bytes: Uint8Array) => void>();

  async function readOn(endpoint: number): Promise<void> {
    while (!isClosed && !isGone) {
      try {
        const { data } = await device.transferIn(endpoint, LISTEN_BYTES, LISTEN_MS);
        const bytes = bytesIn(data);
        // A stalled endpoint gives nothing at once, again and again.
        if (bytes.length === 0) await pause();
        else for (const listener of listeners) listener(bytes);
      } catch (error) {
        isGone ||= !isTimeout(error);
      }
    }
  }

  async function send(bytes: Uint8Array, withinMs: number): Promise<boolean> {
    const until = performance.now() + withinMs;
    for (let sent = 0; sent < bytes.length;) {
      const leftMs = Math.ceil(until - performance.now());
      if (isGone || isClosed || leftMs <= 0) return false;
      try {
        const { bytesWritten } = await device.transferOut(
          out,
          Uint8Array.from(bytes.subarray(sent, sent + CHUNK)),
          leftMs,
        );
        // The package says -1 of an endpoint that has stalled.
        if (bytesWritten <= 0) return false;
        sent += bytesWritten;
      } catch (error) {
        // After a time-out nobody knows how much of the chunk left: it is not sent again.
        isGone ||= !isTimeout(error);
        return false;
      }
    }
    return true;
  }

  const reading = answers === undefined ? undefined : readOn(answers);
  return {
    send,
    hear: (listener) => void listeners.add(listener),
    isGone: () => isGone,
    async close() {
      isClosed = true;
      await reading;
      await device.releaseInterface(interfaceNumber).catch(() => undefined);
      await device.attachKernelDriver(interfaceNumber).catch(() => undefined);
      await device.close().catch(() => undefined);
    },
  };
}

/**
 * A link to a USB printer without a device file of the kernel: on Windows (with the WinUSB driver) and macOS, and on
 * Linux where the kernel has no driver for it.
 */
export const usbLink =
  (address: UsbAddress, find: FindUsb = realUsb): OpenLink =>
  async () => {
    let device: UsbDevice | undefined;
    let printer: Interface | undefined;
    try {
      device = await find(address);
      if (!device) return undefined;
      await device.open();
      printer = printerInterface(device);
      if (printer) {
        await device.detachKernelDriver(printer.interfaceNumber).catch(() => undefined);
        await device.claimInterface(printer.interfaceNumber);
        return linkOver(device, printer);
      }
    } catch {
      // Somebody else has it: the kernel gets its part back.
      if (printer) await device?.attachKernelDriver(printer.interfaceNumber).catch(() => undefined);
    }
    await device?.close().catch(() => undefined);
    return undefined;
  };

/** Reads `usb:VENDOR:PRODUCT` or `usb:VENDOR:PRODUCT:SERIAL`, both in hexadecimal; undefined for anything else. */
export function usbAddressOf(text: string): UsbAddress | undefined {
  const [, vendor, product, serialNumber] = /^usb:([0-9a-f]{4}):([0-9a-f]{4})(?::([\w.-]{1,64}))?$/i.exec(text) ?? [];
  if (vendor === undefined || product === undefined) return undefined;
  const ids = { vendorId: Number.parseInt(vendor, 16), productId: Number.parseInt(product, 16) };
  return serialNumber === undefined ? ids : { ...ids, serialNumber };
}
