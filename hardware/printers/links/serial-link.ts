import { type MakePort, openPort, type Port, type SerialAddress } from '../../serial-port.ts';
import type { Link, OpenLink } from './link.ts';
import { sentWithin } from './sent-within.ts';

const linkOver = (port: Port): Link => ({
  send: (bytes, withinMs) =>
    sentWithin(withinMs, port, (told) => {
      port.write(Buffer.from(bytes));
      // Written is not sent: a serial line takes seconds for a slip.
      port.drain(told);
    }),
  hear: (listener) => void port.on('data', listener),
  isGone: () => !port.isOpen,
  close: () => new Promise((resolve) => (port.isOpen ? port.close(() => resolve()) : resolve())),
});

/** A link over a serial line. */
export const serialLink =
  (address: SerialAddress, makePort?: MakePort): OpenLink =>
  async () => {
    const port = await openPort(address, makePort);
    return port && linkOver(port);
  };
