import type { Link } from './links/link.ts';
import { AWAY, canPrint, type PrinterStatus, type PrintOutcome, WELL } from './printer.ts';
import type { Talk } from './talk.ts';

/** How long a printer may take to accept a slip. */
const SEND_MS = 15_000;
/** How long one that answers nothing is listened to, and how long one that does may print. */
const MUTE_MS = 3_000;
const PRINT_MS = 60_000;
/** How often a printer at work is asked whether all is well. */
const LOOK_MS = 1_000;

/** GS I 66: the maker's name. */
const ASK_MAKER = Uint8Array.of(0x1d, 0x49, 66);
/** GS r 1: the paper's state, once all before it is printed. */
const ASK_PAPER = Uint8Array.of(0x1d, 0x72, 0x01);
/** GS ( H, function 48: an answer with this id of four letters, once all before it is printed. */
const askProcess = (id: string): Uint8Array => Uint8Array.of(0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30, ...Buffer.from(id));

/** How a printer says that a job is printed. Only Epson's own know ids: others would print them. */
export type Confirms = 'process' | 'paper';

/** What a printer that answers nothing is thought to be. */
const MUTE: PrinterStatus = { ...WELL, answers: false };

/** How a printer of that maker confirms. */
export async function confirmsOf({ next }: Talk, link: Link): Promise<Confirms> {
  const maker = next((reply) => (reply.kind === 'maker' ? reply.text : undefined), LOOK_MS);
  await link.send(ASK_MAKER, LOOK_MS);
  return (await maker) === 'EPSON' ? 'process' : 'paper';
}

/** Whether it happens within the time. */
function within(ms: number, happening: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
  return Promise.race([happening, late]).finally(() => clearTimeout(timer));
}

/** Waits for the word that a job is printed as long as the printer is well; else gives what ails it. */
async function printedOr(heard: Promise<boolean>, talk: Talk, link: Link, answers: boolean) {
  const until = performance.now() + PRINT_MS;
  for (;;) {
    if (await within(answers ? LOOK_MS : MUTE_MS, heard)) return 'printed';
    if (link.isGone()) return AWAY;
    if (!answers) return MUTE;
    const status = await talk.status();
    if (!canPrint(status) || performance.now() > until) return status;
  }
}

/** A slip to print over a link, with what is known of the printer. */
export interface LinkJob {
  readonly bytes: Uint8Array;
  /** Four letters, another for each job. */
  readonly id: string;
  /** One that has answered nothing so far is not asked first: its slip comes a second sooner. */
  readonly isMute: boolean;
  readonly confirms: (answers: boolean) => Promise<Confirms>;
  /** Told what the printer is seen to be. */
  readonly saw: (status: PrinterStatus) => void;
}

/** Prints a job, and finds out what became of it. */
export async function printJob(talk: Talk, link: Link, job: LinkJob): Promise<PrintOutcome> {
  const { bytes, id, isMute, confirms, saw } = job;
  const before = isMute ? MUTE : await talk.status();
  saw(before);
  if (!canPrint(before)) return 'notSent';
  const ask = (await confirms(before.answers)) === 'process' ? askProcess(id) : ASK_PAPER;
  // Listened to from here on: a quick printer answers before the last byte is known to have left.
  const word = talk.next(
    (reply) => (reply.kind === 'paper' || (reply.kind === 'process' && reply.text === id) ? true : undefined),
    SEND_MS + PRINT_MS,
  );
  if (!(await link.send(Buffer.concat([bytes, ask]), SEND_MS))) {
    saw(link.isGone() ? AWAY : await talk.status());
    return 'uncertain';
  }
  const heard = word.then((isPrinted) => isPrinted === true);
  const end = await printedOr(heard, talk, link, before.answers);
  if (end === 'printed') return 'confirmed';
  saw(end);
  return 'uncertain';
}
