/**
 * A thermal printer on TCP, in a process of its own, written from Epson's reference without a look at the drivers. It
 * answers DLE EOT at once, whatever lies in its buffer, and prints what else it gets, as long as it has paper, a closed
 * cover and no fault; it keeps the commands that it has printed. Told over the process's channel what is wrong with it.
 */
import { createServer, type Socket } from 'node:net';

/** What can be wrong. `rowsLeft`: rows of paper until it is out. */
export interface Ailments {
  readonly paper: 'present' | 'nearEnd' | 'out';
  readonly rowsLeft: number;
  readonly isCoverOpen: boolean;
  readonly isCutterStuck: boolean;
  /** Answers nothing, or noise instead of every answer. */
  readonly says: 'truth' | 'nothing' | 'noise';
  /** Takes no bytes any more. */
  readonly isStalled: boolean;
  /** Drops the link after so many bytes of it. */
  readonly dropsAfter: number;
  readonly maker: 'EPSON' | null;
}

let is: Ailments = {
  paper: 'present',
  rowsLeft: Infinity,
  isCoverOpen: false,
  isCutterStuck: false,
  says: 'truth',
  isStalled: false,
  dropsAfter: Infinity,
  maker: null,
};
let buffer = Buffer.alloc(0);
const printed: Buffer[] = [];
const links = new Set<Socket>();
let port = 0;

const isStopped = () => is.paper === 'out' || is.isCoverOpen || is.isCutterStuck;

function say(socket: Socket, ...bytes: number[]): void {
  if (is.says === 'truth') socket.write(Buffer.from(bytes));
  else if (is.says === 'noise') socket.write(Buffer.from(bytes.flatMap(() => [0xff, 0x81, 0xee])));
}

/** The bits of each real-time answer that are set beside the fixed ones. */
const bit = (isSet: boolean, bits: number) => (isSet ? bits : 0);
const BITS: readonly (() => number)[] = [
  () => bit(isStopped(), 0x08),
  () => bit(is.isCoverOpen, 0x04) | bit(is.paper === 'out', 0x20) | bit(is.isCutterStuck, 0x40),
  () => bit(is.isCutterStuck, 0x08),
  () => bit(is.paper !== 'present', 0x0c) | bit(is.paper === 'out', 0x60),
];

/** Rows of paper that a command takes. */
function feed(rows: number): void {
  is = { ...is, rowsLeft: is.rowsLeft - rows };
  if (is.rowsLeft <= 0) is = { ...is, paper: 'out' };
}

/** How long the command at the buffer's head is; 0 while it is not there whole. */
function lengthOfHead(): number {
  const [first, second] = buffer;
  if (first === 0x1b) return second === 0x40 ? 2 : 3;
  if (first !== 0x1d) return 1;
  if (second === 0x76) return buffer.length < 8 ? 0 : 8 + buffer.readUInt16LE(4) * buffer.readUInt16LE(6);
  if (second === 0x28) return buffer.length < 5 ? 0 : 5 + buffer.readUInt16LE(3);
  return 3;
}

function obey(command: Buffer, socket: Socket): void {
  const [first, second] = command;
  const isOf = (a: number, b: number) => first === a && second === b;
  if (isOf(0x1d, 0x49)) {
    if (is.maker) say(socket, 0x5f, ...Buffer.from(is.maker), 0);
    return;
  }
  if (isOf(0x1d, 0x28) && is.maker) {
    say(socket, 0x37, 0x22, ...command.subarray(7), 0);
    return;
  }
  printed.push(command);
  if (isOf(0x1d, 0x76)) feed(command.readUInt16LE(6));
  if (isOf(0x1b, 0x4a)) feed(command[2] ?? 0);
  if (isOf(0x1d, 0x72)) say(socket, is.paper === 'nearEnd' ? 0x03 : 0x00);
}

function printOn(socket: Socket): void {
  while (buffer.length > 0 && !isStopped()) {
    const length = lengthOfHead();
    if (length === 0 || buffer.length < length) return;
    const command = buffer.subarray(0, length);
    buffer = buffer.subarray(length);
    obey(command, socket);
  }
}

/** Answers the real-time questions among the bytes, and gives the rest. */
function withoutQuestions(data: Buffer, socket: Socket): Buffer {
  const rest: Buffer[] = [];
  let from = 0;
  for (let at = 0; at + 2 < data.length; at += 1) {
    if (data[at] !== 0x10 || data[at + 1] !== 0x04) continue;
    say(socket, 0x12 | (BITS[(data[at + 2] ?? 0) - 1]?.() ?? 0));
    rest.push(data.subarray(from, at));
    from = at + 3;
    at += 2;
  }
  rest.push(data.subarray(from));
  return Buffer.concat(rest);
}

const server = createServer((socket) => {
  let taken = 0;
  links.add(socket);
  if (is.isStalled) socket.pause();
  socket.on('close', () => links.delete(socket));
  socket.on('error', () => undefined);
  socket.on('data', (data) => {
    taken += data.length;
    if (taken > is.dropsAfter) {
      socket.destroy();
      return;
    }
    buffer = Buffer.concat([buffer, withoutQuestions(data, socket)]);
    printOn(socket);
  });
});

const listen = () =>
  server.listen(port, '127.0.0.1', () => {
    const address = server.address();
    port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    process.send?.({ port });
  });

type Told = { readonly ails: Partial<Ailments> } | 'paper' | 'off' | 'on';

process.on('message', (told: Told) => {
  if (told === 'paper') process.send?.({ bytes: Buffer.concat(printed).toString('base64') });
  else if (told === 'on') listen();
  else if (told === 'off') {
    buffer = Buffer.alloc(0);
    server.close(() => process.send?.({ isOff: true }));
    for (const link of links) link.destroy();
  } else {
    is = { ...is, ...told.ails };
    for (const link of links) {
      if (is.isStalled) link.pause();
      else link.resume();
      printOn(link);
    }
    process.send?.({ ails: true });
  }
});
process.on('disconnect', () => process.exit(0));
listen();
