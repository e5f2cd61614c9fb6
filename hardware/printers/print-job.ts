import { statusOfAsb } from './epson-status.ts';
import type { Link } from './links/link.ts';
import { AWAY, canPrint, type PrinterStatus, type PrintOutcome } from './printer.ts';
import { type Confirms, type Word, wordOf } from './printed-word.ts';
import type { Talk } from './talk.ts';

/** How much is sent at a time, and how long a printer may take over it: a slow one takes some, one that hangs none. */
const PIECE = 4_096;
const PIECE_MS = 15_000;
/** How long one whose word cannot be had is looked at, and how long one that gives it may take over a slip. */
const MUTE_MS = 3_000;
const PRINT_MS = 60_000;
/** How often a printer at work is asked whether all is well. */
const LOOK_MS = 1_000;

/** GS a: tells by itself (ASB) when it goes offline, has a fault or no paper; and no more of it. */
const TELL = Uint8Array.of(0x1d, 0x61, 0x0e);
const TELL_NO_MORE = Uint8Array.of(0x1d, 0x61, 0);
/** ESC @, with which a slip begins, ends GS a. */
const RESET_LENGTH = 2;

/** A slip to print over a link, with what is known of the printer. */
export interface LinkJob {
  readonly bytes: Uint8Array;
  /** Four letters, another for each job. */
  readonly id: string;
  /** How the printer is before the job. */
  readonly look: () => Promise<PrinterStatus>;
  /** How it says that a slip is printed. */
  readonly confirms: () => Promise<Confirms>;
  /** Told how it has said so. */
  readonly learnt: (confirms: Confirms) => void;
  /** Told what the printer is seen to be. */
  readonly saw: (status: PrinterStatus) => void;
}

/** What ends a job: the word that it is printed, what ails the printer, or that it has taken too long. */
type End = Confirms | PrinterStatus | 'late';

const pause = (ms: number) => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), ms));

/** What keeps the printer from printing, as soon as it says so by itself. */
function troubleOf({ next }: Talk): Promise<PrinterStatus | undefined> {
  return next((reply) => {
    const status = reply.kind === 'asb' ? statusOfAsb(reply.bytes) : undefined;
    return status && !canPrint(status) ? status : undefined;
  }, 2 * PRINT_MS);
}

/** Sends all of it piece by piece, as long as there is no trouble; what stops it, undefined when all has left. */
async function sendAll(bytes: Uint8Array, link: Link, trouble: Promise<PrinterStatus | undefined>, until: number) {
  for (let at = 0; at < bytes.length; at += PIECE) {
    const sent = link.send(bytes.subarray(at, at + PIECE), PIECE_MS);
    const stop = await Promise.race([sent.then((isSent) => (isSent ? undefined : 'late')), trouble]);
    if (stop !== undefined) return stop;
    if (performance.now() > until) return 'late';
  }
  return undefined;
}

/** Waits for what ends a job. Silence does not: the question may lie behind the slip in the way to a slow printer. */
async function endOf(ending: Promise<End | undefined>, talk: Talk, link: Link, until: number): Promise<End> {
  for (;;) {
    const end = await Promise.race([ending, pause(LOOK_MS)]);
    if (end !== undefined) return end;
    if (link.isGone()) return AWAY;
    const status = await talk.status();
    if (status.answers && !canPrint(status)) return status;
    if (performance.now() > until) return 'late';
  }
}

const NO_WORD: Word = { ask: [], heard: null };

/** Sends a slip and waits for what becomes of it. */
async function endOfSlip(talk: Talk, link: Link, slip: Uint8Array, { heard }: Word): Promise<End> {
  // Listened to from here on: a quick printer answers before the last byte is known to have left.
  const trouble = troubleOf(talk);
  const until = performance.now() + PRINT_MS;
  const stop = await sendAll(slip, link, trouble, until);
  if (stop !== undefined) return link.isGone() ? AWAY : stop;
  const ending = heard ? Promise.race([heard, trouble]) : trouble;
  return endOf(ending, talk, link, heard ? until : performance.now() + MUTE_MS);
}

/** Prints a job, and finds out what became of it. */
export async function printJob(talk: Talk, link: Link, job: LinkJob): Promise<PrintOutcome> {
  const { bytes, id, look, confirms, learnt, saw } = job;
  const before = await look();
  if (!canPrint(before)) return 'notSent';
  // Nothing is believed of one that answers no question.
  const word = before.answers ? await wordOf(talk, link, await confirms(), id) : NO_WORD;
  const [reset, rest] = [bytes.subarray(0, RESET_LENGTH), bytes.subarray(RESET_LENGTH)];
  if (before.answers) {
    await link.send(Buffer.concat([reset, TELL]), LOOK_MS);
    // What befell it before it was told to tell is seen now, with nothing before the question.
    if (!canPrint(await look())) return 'notSent';
  }
  const slip = before.answers ? Buffer.concat([rest, ...word.ask, TELL_NO_MORE]) : bytes;
  const end = await endOfSlip(talk, link, slip, word);
  if (typeof end === 'object') saw(end);
  else if (end !== 'late') {
    learnt(end);
    return 'confirmed';
    // One whose word cannot be had was given no time to read a question behind the slip.
  } else if (word.heard) await look();
  return 'uncertain';
}
