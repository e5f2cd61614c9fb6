import type { SerialPort } from 'serialport';

export interface SerialAddress {
  /** `/dev/ttyS0`, `/dev/ttyACM0`, `COM3`. */
  readonly path: string;
  readonly baudRate: number;
}

export type Port = Pick<SerialPort, 'open' | 'on' | 'once' | 'off' | 'write' | 'drain' | 'close' | 'isOpen'>;
/** Makes a port that is not open yet. */
export type MakePort = (address: SerialAddress) => Promise<Port>;

/** Loaded where a serial line is used: a machine without its native part still runs everything else. */
const realPort: MakePort = async ({ path, baudRate }) => {
  const { SerialPort: Serial } = await import('serialport');
  return new Serial({ path, baudRate, autoOpen: false });
};

/** Opens a serial line; undefined when it is not there. */
export async function openPort(address: SerialAddress, makePort: MakePort = realPort): Promise<Port | undefined> {
  try {
    const port = await makePort(address);
    // An unplugged adapter is told as an error and as a close; without a listener it would end the process.
    port.on('error', () => undefined);
    const isOpen = await new Promise<boolean>((resolve) => port.open((error) => resolve(!error)));
    return isOpen ? port : undefined;
  } catch {
    return undefined;
  }
}

/** Reads `serial:PATH` or `serial:PATH@BAUD` (115200 where it is not said); undefined for anything else. */
export function serialAddressOf(text: string): SerialAddress | undefined {
  const [, path, baud = '115200'] = /^serial:([^\s@]+)(?:@(\d{3,7}))?$/.exec(text) ?? [];
  return path === undefined ? undefined : { path, baudRate: Number(baud) };
}
