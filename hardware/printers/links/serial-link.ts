import type { SerialPort } from 'serialport';
import type { Link, OpenLink } from './link.ts';
import { sentWithin } from './sent-within.ts';

export interface SerialAddress {
  /** `/dev/ttyS0`, `/dev/ttyACM0`, `COM3`. */
  readonly path: string;
  readonly baudRate: number;
}

type Port = Pick<SerialPort, 'open' | 'on' | 'once' | 'off' | 'write' | 'drain' | 'close' | 'isOpen'>;
/** Makes a port that is not open yet. */
export type MakePort = (address: SerialAddress) => Promise<Port>;

/** Loaded where a serial printer is used: a machine without its native part still runs everything else. */
const realPort: MakePort = async ({ path, baudRate }) => {
  const { SerialPort: Serial } = await import('serialport');
  return new Serial({ path, baudRate, autoOpen: false });
};

const opened = (port: Port): Promise<boolean> => new Promise((resolve) => port.open((error) => resolve(!error)));

function linkOver(port: Port): Link {
  // An unplugged adapter is told as an error and as a close; without a listener it would end the process.
  port.on('error', () => undefined);
  return {
    send: (bytes, withinMs) =>
      sentWithin(withinMs, port, (told) => {
        port.write(Buffer.from(bytes));
        // Written is not sent: a serial line takes seconds for a slip.
        port.drain(told);
      }),
    hear: (listener) => void port.on('data', listener),
    isGone: () => !port.isOpen,
    close: () => new Promise((resolve) => (port.isOpen ? port.close(() => resolve()) : resolve())),
  };
}

/** A link over a serial line. */
export const serialLink =
  (address: SerialAddress, makePort: MakePort = realPort): OpenLink =>
  async () => {
    try {
      const port = await makePort(address);
      return (await opened(port)) ? linkOver(port) : undefined;
    } catch {
      return undefined;
    }
  };

/** Reads `serial:PATH` or `serial:PATH@BAUD` (115200 where it is not said); undefined for anything else. */
export function serialAddressOf(text: string): SerialAddress | undefined {
  const [, path, baud = '115200'] = /^serial:([^\s@]+)(?:@(\d{3,7}))?$/.exec(text) ?? [];
  return path === undefined ? undefined : { path, baudRate: Number(baud) };
}
