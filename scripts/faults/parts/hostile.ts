import { createServer, get as httpGet } from 'node:http';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Broken } from '../../../tests/faults/checker/evidence.ts';
import { type Fault, type Trial, trialOf } from '../fault.ts';
import { end, startHub } from '../hub-under-load.ts';

const STEPS_UP = [
  '../',
  '..%2f',
  '%2e%2e/',
  '%2e%2e%2f',
  '..\\',
  '..%5c',
  '%252e%252e%252f',
  '....//',
  '..;/',
  '.%00./',
];
const FROM = ['/', '/kiosk/', '/counter-display/', '/slips/', '/media/', '/voices/', '/t/', '/api/', '/standby/'];
const TARGETS = ['markaz.db', 'keys/chain.key', 'keys/authority.pem', 'package.json', 'etc/passwd', 'anchor.json'];
const MOST_UP = 6;

/** Every way up from every place to every file that nobody may have. */
const traversals: readonly string[] = FROM.flatMap((from) =>
  STEPS_UP.flatMap((step) =>
    TARGETS.flatMap((target) => [1, 3, MOST_UP].map((levels) => `${from}${step.repeat(levels)}${target}`)),
  ),
);

/** What is sent and answered as it is: nothing of the path is put right on the way. */
async function ask(port: number, path: string, head = ''): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const pieces: Buffer[] = [];
  socket.on('data', (piece: Buffer) => pieces.push(piece));
  socket.on('error', () => undefined);
  socket.end(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n${head}\r\n`);
  await once(socket, 'close');
  return Buffer.concat(pieces).toString('latin1');
}

/** What must not be in any answer: the beginnings of files that nobody may have. */
const secretsOf = (folder: string): readonly string[] => [
  'SQLite format 3',
  'root:x:',
  '"name": "markaz"',
  'PRIVATE KEY',
  readFileSync(join(folder, 'keys/chain.key'), 'utf8').trim(),
];

async function leaks(port: number, secrets: readonly string[]): Promise<readonly Broken[]> {
  const broken: Broken[] = [];
  for (const path of traversals) {
    const answer = await ask(port, path);
    if (secrets.some((secret) => answer.includes(secret)))
      broken.push({ invariant: 'path', what: `${path} was answered` });
  }
  return broken;
}

const UPGRADE =
  'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n';

/** Whether a page of another site is let in. */
async function isLetIn(port: number, origin: string): Promise<boolean> {
  const request = httpGet({
    port,
    host: '127.0.0.1',
    path: '/socket.io/?EIO=4&transport=websocket',
    headers: { ...headersOf(UPGRADE), Origin: origin },
  });
  return new Promise((done) => {
    request.on('upgrade', (_answer, socket) => {
      socket.destroy();
      done(true);
    });
    request.on('response', (answer) => {
      answer.resume();
      done(false);
    });
    request.on('error', () => done(false));
  });
}

const headersOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .trim()
      .split('\r\n')
      .map((line) => line.split(': ') as [string, string]),
  );

const STRANGERS = ['http://evil.example', 'https://127.0.0.1', 'null', 'http://127.0.0.1.evil.example', 'file://'];

async function attacked(folder: string): Promise<Trial> {
  const hub = await startHub(folder);
  const letIn: Broken[] = [];
  for (const origin of STRANGERS) {
    if (await isLetIn(hub.port, origin)) letIn.push({ invariant: 'origin', what: `a page of ${origin} was let in` });
  }
  if (!(await isLetIn(hub.port, `http://127.0.0.1:${hub.port}`))) throw new Error('Its own pages are not let in.');
  const leaked = await leaks(hub.port, secretsOf(folder));
  await end(hub.child, 'SIGTERM');
  return trialOf([...letIn, ...leaked], { cases: traversals.length + STRANGERS.length });
}

/** Who looks for files that are not theirs, and pages of other sites. */
export const hostile: Fault = {
  name: 'hostile',
  what: 'paths that lead out of what is served, pages of other sites',
  rounds: { short: 1, long: 1 },
  trial: (_round, folder) => attacked(folder),
  finds: 'path',
  // A server that joins whatever it is asked for to its folder.
  async control() {
    const root = join(import.meta.dirname, '../../..');
    const server = createServer((request, answer) => {
      try {
        answer.end(readFileSync(join(root, 'a/b', decodeURIComponent(request.url ?? ''))));
      } catch {
        answer.end();
      }
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const broken = await leaks((server.address() as AddressInfo).port, ['root:x:', '"name": "markaz"']);
    server.close();
    return trialOf(broken);
  },
};
