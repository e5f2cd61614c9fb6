/**
 * What a thermal printer makes of the bytes it gets and what it answers, written from Epson's reference without a look
 * at the drivers. It answers DLE EOT as soon as it has read it, whatever lies in its buffer, and prints what else it gets,
 * as long as it has paper, a closed cover and no fault; it keeps the commands that it has printed. What its buffer has no
 * room for stays in the line.
 */

/** What can be wrong. `rowsLeft`: rows of paper until it is out. */
export interface Ailments {
  readonly paper: 'present' | 'nearEnd' | 'out';
  readonly rowsLeft: number;
  readonly isCoverOpen: boolean;
  readonly isCutterStuck: boolean;
  /** Answers nothing, or instead of every answer noise: bytes of no kind, letters, or zeros. */
  readonly says: 'truth' | 'nothing' | keyof typeof NOISE;
  /** Takes no bytes any more. */
  readonly isStalled: boolean;
  /** Drops the link after so many bytes of it. */
  readonly dropsAfter: number;
  /** Takes no more bytes in a second, and answers after so long (ms). */
  readonly takesPerSecond: number;
  readonly answersAfter: number;
  readonly maker: 'EPSON' | null;
  /** Whether it answers GS ( H: not all of Epson's do. */
  readonly knowsIds: boolean;
}

/** What says nothing and sounds like something. */
const NOISE = { noise: [0xff, 0x81, 0xee], letters: [...Buffer.from('@PJL busy\r\n')], zeros: [0, 0, 0, 0] } as const;

/** A printer in good health. */
export const HEALTHY: Ailments = {
  paper: 'present',
  rowsLeft: Infinity,
  isCoverOpen: false,
  isCutterStuck: false,
  says: 'truth',
  isStalled: false,
  dropsAfter: Infinity,
  takesPerSecond: Infinity,
  answersAfter: 0,
  maker: null,
  knowsIds: true,
};

/** Tells the other end what the printer answers. */
export type Answer = (bytes: Buffer) => void;

let is = HEALTHY;
let buffer = Buffer.alloc(0);
/** A band of 255 rows with room to spare: commands are printed whole. */
const BUFFER_LENGTH = 20_000;
/** The beginning of a question that is not here whole. */
let held: Buffer = Buffer.alloc(0);
const printed: Buffer[] = [];
/** Who is told what changes (ASB). */
let tellAsb: Answer | undefined;

const isStopped = () => is.paper === 'out' || is.isCoverOpen || is.isCutterStuck;

/** The bits of each real-time answer that are set beside the fixed ones. */
const bit = (isSet: boolean, bits: number) => (isSet ? bits : 0);
const BITS: readonly (() => number)[] = [
  () => bit(isStopped(), 0x08),
  () => bit(is.isCoverOpen, 0x04) | bit(is.paper === 'out', 0x20) | bit(is.isCutterStuck, 0x40),
  () => bit(is.isCutterStuck, 0x08),
  () => bit(is.paper !== 'present', 0x0c) | bit(is.paper === 'out', 0x60),
];

function say(answer: Answer, ...bytes: number[]): void {
  if (is.says === 'truth') answer(Buffer.from(bytes));
  else if (is.says !== 'nothing') answer(Buffer.from(NOISE[is.says]));
}

/** The status that it sends by itself. */
const asb = (): readonly number[] => [
  0x10 | bit(isStopped(), 0x08) | bit(is.isCoverOpen, 0x20),
  bit(is.isCutterStuck, 0x08),
  bit(is.paper !== 'present', 0x03) | bit(is.paper === 'out', 0x0c),
  0,
];

/** It is so from now on; who wants to know is told. */
function become(now: Partial<Ailments>): void {
  const before = asb().join();
  is = { ...is, ...now };
  if (tellAsb && asb().join() !== before) say(tellAsb, ...asb());
}

/** Rows of paper that a command takes. */
function feed(rows: number): void {
  const rowsLeft = is.rowsLeft - rows;
  become(rowsLeft <= 0 ? { rowsLeft, paper: 'out' } : { rowsLeft });
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

/** Tells, by itself, how it is from now on; or nobody. */
function tellOn(answer: Answer | undefined): void {
  tellAsb = answer;
  if (answer) say(answer, ...asb());
}

/** What it does for a GS command without printing: answers, and tells by itself. Whether that is all of the command. */
function isAnswered(command: Buffer, answer: Answer): boolean {
  const [, second, third] = command;
  const { maker, knowsIds } = is;
  if (second === 0x49 && maker) say(answer, 0x5f, ...Buffer.from(maker), 0);
  if (second === 0x28 && maker && knowsIds) say(answer, 0x37, 0x22, ...command.subarray(7), 0);
  if (second === 0x61) tellOn(third ? answer : undefined);
  // Who is not Epson's own prints the letters of GS ( H.
  return [0x49, 0x61, maker ? 0x28 : null].includes(second ?? null);
}

function obey(command: Buffer, answer: Answer): void {
  const [first, second] = command;
  if (first === 0x1d && isAnswered(command, answer)) return;
  const isOf = (a: number, b: number) => first === a && second === b;
  if (isOf(0x1b, 0x40)) tellAsb = undefined;
  printed.push(command);
  if (isOf(0x1d, 0x76)) feed(command.readUInt16LE(6));
  if (isOf(0x1b, 0x4a)) feed(command[2] ?? 0);
  if (isOf(0x1d, 0x72)) say(answer, is.paper === 'nearEnd' ? 0x03 : 0x00);
}

function printOn(answer: Answer): void {
  while (buffer.length > 0 && !isStopped()) {
    const length = lengthOfHead();
    if (length === 0 || buffer.length < length) return;
    const command = buffer.subarray(0, length);
    buffer = buffer.subarray(length);
    obey(command, answer);
  }
}

/** Answers the real-time questions among the bytes, and gives the rest. */
function withoutQuestions(data: Buffer, answer: Answer): Buffer {
  const rest: Buffer[] = [];
  let from = 0;
  for (let at = 0; at + 2 < data.length; at += 1) {
    if (data[at] !== 0x10 || data[at + 1] !== 0x04) continue;
    say(answer, 0x12 | (BITS[(data[at + 2] ?? 0) - 1]?.() ?? 0));
    rest.push(data.subarray(from, at));
    from = at + 3;
    at += 2;
  }
  const end = [1, 2].find(
    (length) => data.length - length >= from && BEGINS.includes(data.subarray(-length).toString('hex')),
  );
  held = end === undefined ? Buffer.alloc(0) : data.subarray(-end);
  rest.push(data.subarray(from, data.length - held.length));
  return Buffer.concat(rest);
}

/** How a question begins, which may come in two parts. */
const BEGINS = ['10', '1004'];

/** How many bytes there is room for: more are not to be taken. */
export const room = (): number => BUFFER_LENGTH - buffer.length;

/** Takes bytes from the other end. */
export function take(bytes: Buffer, answer: Answer): void {
  buffer = Buffer.concat([buffer, withoutQuestions(Buffer.concat([held, bytes]), answer)]);
  printOn(answer);
}

/** What is wrong with it. */
export const ailments = (): Ailments => is;

/** Something is wrong with it from now on, or is mended: then it goes on. */
export function ail(now: Partial<Ailments>, answer: Answer): void {
  become(now);
  printOn(answer);
}

/** Every command that it has printed. */
export const onPaper = (): Buffer => Buffer.concat(printed);

/** Without power it forgets what was not printed. */
export function losePower(): void {
  buffer = Buffer.alloc(0);
  held = Buffer.alloc(0);
  tellAsb = undefined;
}
