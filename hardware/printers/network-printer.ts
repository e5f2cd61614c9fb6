import { connect, type Socket } from 'node:net';
import { ASK_PAPER, escposBytes } from './escpos-bytes.ts';
import type { Printer, PrintOutcome } from './printer.ts';

export interface NetworkAddress {
  readonly host: string;
  readonly port: number;
}

/** How long the printer has to take the link, to take the bytes, and to say that paper came. */
const CONNECT_MS = 2_000;
const SEND_MS = 15_000;
const CONFIRM_MS = 3_000;

/** A paper status byte has these fixed bits (Epson, GS r). */
const isPaperStatus = (byte: number): boolean => (byte & 0x90) === 0;

function open({ host, port }: NetworkAddress): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const timer = setTimeout(() => socket.destroy(new Error('timeout')), CONNECT_MS);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.removeAllListeners('error');
      resolve(socket);
    });
    socket.once('error', () => {
      clearTimeout(timer);
      resolve(undefined);
    });
  });
}

/** Sends the job and waits for the printer's word: its first paper status, or an end without one. */
function send(socket: Socket, bytes: Buffer): Promise<PrintOutcome> {
  return new Promise((resolve) => {
    const end = (outcome: PrintOutcome) => {
      clearTimeout(timer);
      socket.removeAllListeners('data');
      socket.end();
      resolve(outcome);
    };
    let timer = setTimeout(() => end('uncertain'), SEND_MS);
    socket.on('error', () => end('uncertain'));
    socket.once('close', () => end('uncertain'));
    socket.on('data', (data) => {
      if (data.some(isPaperStatus)) end('confirmed');
    });
    socket.write(Buffer.concat([bytes, ASK_PAPER]), () => {
      clearTimeout(timer);
      timer = setTimeout(() => end('uncertain'), CONFIRM_MS);
    });
  });
}

/** An ESC/POS printer on the LAN, as a rule on port 9100. One job at a time: such printers take one link. */
export function networkPrinter(address: NetworkAddress): Printer {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const next = last.then(job);
    last = next.catch(() => undefined);
    return next;
  };
  return {
    kind: 'network',
    print: ({ picture }) =>
      inTurn(async () => {
        const bytes = escposBytes(picture);
        const socket = await open(address);
        return socket ? send(socket, bytes) : 'notSent';
      }),
    isReady: () =>
      inTurn(async () => {
        const socket = await open(address);
        socket?.on('error', () => undefined);
        socket?.end();
        return socket !== undefined;
      }),
  };
}

/** Reads `tcp://HOST:PORT`; undefined when the text is something else. */
export function networkAddressOf(text: string): NetworkAddress | undefined {
  const match = /^tcp:\/\/([^\s/:]+):(\d{1,5})$/.exec(text);
  return match?.[1] && match[2] ? { host: match[1], port: Number(match[2]) } : undefined;
}
