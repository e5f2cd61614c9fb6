/**
 * Boards of a hub in a process of their own, paired over TLS or in plain words: `boards.ts FOLDER URL COUNT`. Asked for `{shots}`, a
 * console beside them calls so many tokens; how long each call took until the last board had it, and how many bytes it
 * had. Else how many views they have heard, and how many bytes the last had.
 */
import { v7 as newId } from 'uuid';
import { serviceAt } from '../hall/bench-centre.ts';
import { readDevices } from '../hall/devices-file.ts';
import { answerParent } from '../worker-process.ts';
import { boardAuth, consoleAuth, lightScreen } from './light-screen.ts';

const [folder = '', url = '', count = '1'] = process.argv.slice(2);
const { authority, board, operator } = readDevices(folder);
const BOARD = '["view",{"name":"board",';
const NEWEST = /"calls":\[\{"seq":(\d+)/;
/** Longer than a board rests between two calls: each is to meet boards at rest. */
const GAP_MS = 120;

let heard = 0;
let newest = 0;
let bytes = 0;
let waiting = 0;
let all: () => void = () => undefined;

function view(text: string): void {
  heard += 1;
  if (!text.startsWith(BOARD)) return;
  bytes = text.length;
  if (waiting === 0) return;
  const seq = Number(NEWEST.exec(text)?.[1] ?? 0);
  if (seq <= newest) return;
  waiting -= 1;
  if (waiting > 0) return;
  newest = seq;
  all();
}

for (let i = 0; i < Number(count); i += 1) {
  // So many machines were paired; beyond that several screens are of one.
  const device = url.startsWith('https') ? board[i % board.length] : undefined;
  await lightScreen({ url, authority, device }, boardAuth(i), view).joined;
}

interface Reply {
  readonly ok: boolean;
  readonly error?: { readonly code: string };
  readonly result?: { readonly tokenId?: number };
}

const rest = () => new Promise((resolve) => setTimeout(resolve, GAP_MS));

async function openConsole() {
  const device = operator.at(-1) ?? { key: '', cert: '' };
  const desk = lightScreen({ url, authority, device }, consoleAuth(operator.length), () => undefined);
  await desk.joined;
  const send = async (name: string, payload: object) => {
    const reply = await desk.ask<Reply>('command', { id: newId(), name, payload });
    if (!reply.ok) throw new Error(`${name}: ${reply.error?.code ?? ''}`);
    return reply.result ?? {};
  };
  await send('openCounter', { operator: 'Shots' });
  return send;
}

let desk: Awaited<ReturnType<typeof openConsole>> | undefined;

async function shoot(shots: number) {
  desk ??= await openConsole();
  const tookMs: number[] = [];
  for (let shot = 0; shot < shots; shot += 1) {
    await desk('issue', { serviceIds: [serviceAt(operator.length)], classes: [], language: 'ur' });
    await rest();
    waiting = Number(count);
    const seen = new Promise<void>((resolve) => (all = resolve));
    const from = performance.now();
    const called = desk('call', {});
    await seen;
    tookMs.push(performance.now() - from);
    const { tokenId = 0 } = await called;
    await desk('start', { tokenId });
    await desk('endVisit', { tokenId, reason: 'measured' });
  }
  return { tookMs, bytes };
}

answerParent<{ readonly shots?: number }>(({ shots }) => (shots === undefined ? { heard, bytes } : shoot(shots)));
process.send?.('ready');
