import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { FindUsb, UsbDevice } from '../../../hardware/printers/links/usb-link.ts';

const PRINTER = { interfaceClass: 7, endpoints: [endpoint(1, 'out'), endpoint(2, 'in')] };
const SCANNER = { interfaceClass: 3, endpoints: [{ endpointNumber: 3, direction: 'in', type: 'interrupt' }] };

function endpoint(endpointNumber: number, direction: string) {
  return { endpointNumber, direction, type: 'bulk' };
}

/** What the package says when a transfer took too long, and when the plug was drawn. */
const cancelled = () => new Error('transferIn error: transfer was cancelled');
const unplugged = () => new Error('transferOut error: device disconnected');

/** A device as the `usb` package gives one, whose endpoints are those of the fake printer on that port. */
function fakeUsbDevice(socket: Socket): UsbDevice {
  const heard: Buffer[] = [];
  let isClaimed = false;
  socket.on('data', (bytes) => heard.push(bytes));
  socket.on('error', () => undefined);
  const orUnplugged = (): void => {
    if (socket.destroyed || !isClaimed) throw unplugged();
  };
  return {
    configuration: {
      interfaces: [
        { interfaceNumber: 0, alternate: SCANNER },
        { interfaceNumber: 1, alternate: PRINTER },
      ],
    },
    open: async () => undefined,
    close: async () => void socket.end(),
    claimInterface: async (interfaceNumber) => void (isClaimed = interfaceNumber === 1),
    releaseInterface: async () => void (isClaimed = false),
    detachKernelDriver: () => Promise.reject(new Error('not supported')),
    attachKernelDriver: () => Promise.reject(new Error('not supported')),
    async transferOut(number, bytes) {
      orUnplugged();
      if (number !== 1 || bytes.length > 4_096) throw new Error('transferOut error: invalid argument');
      await new Promise((resolve) => socket.write(bytes, resolve));
      return { bytesWritten: bytes.length };
    },
    async transferIn(number, _, timeoutMs) {
      orUnplugged();
      if (number !== 2) throw new Error('transferIn error: invalid argument');
      if (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, timeoutMs));
      const bytes = heard.shift();
      if (!bytes) throw cancelled();
      return { data: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
    },
  };
}

/** Finds the fake printer on that port of this machine as if it were on USB. */
export const fakeUsb =
  (port: number): FindUsb =>
  async ({ vendorId }) => {
    if (vendorId !== 0x04b8) return undefined;
    const socket = connect({ host: '127.0.0.1', port });
    try {
      await once(socket, 'connect');
    } catch {
      return undefined;
    }
    return fakeUsbDevice(socket);
  };
