import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Centre } from '../../src/domain/centre.ts';
import { type Random, randomFrom } from '../../src/domain/random.ts';
import { readCentreFile } from '../../src/protocol/set-up/read-centre-file.ts';
import { appServer } from './app-server.ts';
import { backend } from './backend.ts';
import { type CentreBook, centreBook } from './centre-book.ts';
import { type FailMode, FLOOD } from './failing.ts';
import { generateBookings, quartersFor } from './generate.ts';
import { type AppOptions, HELP, readAppOptions } from './options.ts';
import { pages } from './pages/pages.ts';
import { webhook } from './webhook.ts';

const ROOT = resolve(import.meta.dirname, '../..');

function stop(line: string): never {
  console.error(line);
  process.exit(2);
}

function loadCentre(file: string): Centre {
  let text: string;
  try {
    text = readFileSync(resolve(ROOT, file), 'utf8');
  } catch {
    return stop(`The centre file ${file} cannot be read.`);
  }
  const read = readCentreFile(text);
  if (!read.ok) return stop(`${file}, line ${read.faults[0]?.line}: ${read.faults[0]?.message}`);
  return read.centre;
}

function secretOf(name: string): string {
  const secret = process.env[name]?.trim() ?? '';
  return secret === '' ? stop(`The environment variable ${name} is empty.`) : secret;
}

/** Real time, moved so that the app began at `startAt`. */
function clockFrom(startAt: number | null): () => number {
  const aheadMs = startAt === null ? 0 : startAt - Date.now();
  return () => Date.now() + aheadMs;
}

/** Fills the books at the start, and again with a flood when that is asked for. Every citizen has a number of their own. */
function filler(books: readonly CentreBook[], options: AppOptions, nowAt: () => number) {
  const random: Random = randomFrom(options.seed);
  let citizens = 0;
  return (count: number): void => {
    for (const book of books) {
      const quarters = quartersFor(book.centre, options.day, nowAt());
      book.add(generateBookings(book.centre, quarters, count, random, citizens));
      citizens += count;
    }
  };
}

async function listen(server: ReturnType<typeof appServer>, port: number): Promise<string> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) =>
    stop(
      error.code === 'EADDRINUSE' ? `Port ${port} is taken by another program.` : `It cannot listen on port ${port}.`,
    ),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function run(options: AppOptions): Promise<void> {
  const nowAt = clockFrom(options.clockAt);
  const chance = (): number => randomInt(2 ** 32) / 2 ** 32;
  const push =
    options.push && options.secretEnv ? webhook(options.push, secretOf(options.secretEnv), nowAt, console.error) : null;
  const rules = { nowAt, chance, run: randomBytes(4).toString('hex'), onChange: push ?? (() => undefined) };
  const books = new Map(options.centres.map(loadCentre).map((centre) => [centre.id, centreBook(centre, rules)]));
  const key = options.keyEnv === null ? null : secretOf(options.keyEnv);
  const fill = filler([...books.values()], options, nowAt);
  let failMode: FailMode = 'none';
  const setFail = (mode: FailMode): void => {
    if (mode === 'flood' && failMode !== 'flood') fill(FLOOD);
    failMode = mode;
  };
  fill(options.generate);
  setFail(options.fail);
  const server = appServer({
    books,
    backend: backend({ key, failMode: () => failMode, slowMs: options.slowMs }, nowAt),
    pages: pages(books, nowAt),
    setFail,
  });
  const url = await listen(server, options.port);
  // Before anybody is told: who hears that it runs may end it at once.
  const end = (): void => process.exit(0);
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, end);
  console.log(`The booking app listens on ${url}${options.generate > 0 ? `, with ${options.generate} bookings` : ''}.`);
  for (const id of books.keys()) console.log(`  ${id}: ${url}/ur/${id}, for the hub ${url}/centres/${id}/bookings`);
  process.send?.({ kind: 'ready', url });
}

const request = readAppOptions(process.argv.slice(2));
if (request.kind === 'help') console.log(HELP);
else if (request.kind === 'wrong') stop(`${request.line} See --help.`);
else await run(request.options);
