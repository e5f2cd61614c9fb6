import type { Link } from './links/link.ts';
import type { Talk } from './talk.ts';

/** How long a printer may take to tell its maker, and to answer when nothing is to be printed before. */
const ASK_MS = 1_000;
const TRIAL_MS = 2_000;
/** How long after the paper's state an id may still come. */
const ID_MS = 2_000;
/** Longer than any job. */
const WORD_MS = 120_000;

/** GS I 66: the maker's name. */
const ASK_MAKER = Uint8Array.of(0x1d, 0x49, 66);
/** GS r 1: the paper's state, once all before it is printed. */
const ASK_PAPER = Uint8Array.of(0x1d, 0x72, 0x01);
/** GS ( H, function 48: an answer with this id of four letters, once all before it is printed. */
const askProcess = (id: string): Uint8Array => Uint8Array.of(0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30, ...Buffer.from(id));

/**
 * How a printer says that a job is printed: by the job's id, or by the paper's state. Only Epson's own know ids, others
 * would print them; and not all of Epson's do (TM-T88III, TM-U220). `either`: one of Epson's that has said nothing yet.
 */
export type Confirms = 'process' | 'paper' | 'either';

/** What asks a printer for its word, and the word; null where it would not be believed. */
export interface Word {
  readonly ask: readonly Uint8Array[];
  readonly heard: Promise<'process' | 'paper' | undefined> | null;
}

const pause = (ms: number) => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), ms));

/** How a printer of that maker confirms. */
export async function confirmsOf({ next }: Talk, link: Link): Promise<Confirms> {
  const maker = next((reply) => (reply.kind === 'maker' ? reply.text : undefined), ASK_MS);
  await link.send(ASK_MAKER, ASK_MS);
  return (await maker) === 'EPSON' ? 'either' : 'paper';
}

const paperOf = ({ next }: Talk, ms: number) => next((reply) => (reply.kind === 'paper' ? 'paper' : undefined), ms);

/** Whether it tells the paper's state when asked for it: one byte is believed only of a printer that has done so. */
async function tellsPaper(talk: Talk, link: Link): Promise<boolean> {
  const paper = paperOf(talk, TRIAL_MS);
  await link.send(ASK_PAPER, ASK_MS);
  return (await paper) !== undefined;
}

/** Listens, from now on, for the word that the job of that id is printed. */
export async function wordOf(talk: Talk, link: Link, confirms: Confirms, id: string): Promise<Word> {
  const isPaperTold = confirms !== 'process' && (await tellsPaper(talk, link));
  const byPaper = isPaperTold ? paperOf(talk, WORD_MS) : null;
  const askPaper = isPaperTold ? [ASK_PAPER] : [];
  if (confirms === 'paper') return { ask: askPaper, heard: byPaper };
  const byId = talk.next((reply) => (reply.kind === 'process' && reply.text === id ? 'process' : undefined), WORD_MS);
  const paperAlone = byPaper?.then(async (paper) => (await Promise.race([byId, pause(ID_MS)])) ?? paper);
  return { ask: [askProcess(id), ...askPaper], heard: paperAlone ? Promise.race([byId, paperAlone]) : byId };
}
