/**
 * Boards that come back: `returning.ts FOLDER URL COUNT`. Asked once all have been cut off, it answers with the moment
 * (ms of the machine's clock) at which the last of them was there again and had its view.
 */
import { readDevices } from '../hall/devices-file.ts';
import { answerParent } from '../worker-process.ts';
import { boardAuth, lightScreen } from './light-screen.ts';

const [folder = '', url = '', count = '1'] = process.argv.slice(2);
const { authority, board } = readDevices(folder);
const AGAIN_MS = 100;
const nowMs = (): number => Number(process.hrtime.bigint()) / 1e6;

let here = 0;
let lastMs = 0;
let bytes = 0;
let told: () => void = () => undefined;

function come(i: number): void {
  let isHere = false;
  const device = url.startsWith('https') ? board[i % board.length] : undefined;
  const { socket } = lightScreen({ url, authority, device }, boardAuth(i), (text) => {
    if (isHere) return;
    isHere = true;
    bytes = text.length;
    here += 1;
    lastMs = nowMs();
    if (here === Number(count)) told();
  });
  socket.once('close', () => {
    if (isHere) here -= 1;
    setTimeout(come, AGAIN_MS, i);
  });
}

for (let i = 0; i < Number(count); i += 1) come(i);

const all = (): Promise<void> =>
  here === Number(count) ? Promise.resolve() : new Promise((resolve) => (told = resolve));
answerParent(async () => {
  await all();
  return { lastMs, bytes };
});
await all();
process.send?.('ready');
