import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat, utimes } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { basename, dirname, join } from 'node:path';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { besideAnswer, type BesideFile } from '../../protocol/standby/beside.ts';
import { keptMedia } from '../boards/kept-media.ts';
import type { Pairing } from '../paired/pair.ts';
import { tlsOptions } from '../paired/tls-options.ts';
import { besideFiles } from './beside-files.ts';

const LOOK_MS = 30_000;
const WITHIN_MS = 10_000;

/** Asks the hub for one thing after the other. @throws when it does not answer. */
function asker(pairing: Pairing, signal: AbortSignal) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (path: string): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const options = { agent, signal, timeout: WITHIN_MS, ...tlsOptions(pairing) };
      const req = request(`${pairing.url}${path}`, options, resolve);
      req.on('timeout', () => req.destroy(new Error('The hub does not answer.')));
      req.on('error', reject);
      req.end();
    });
  return { ask, close: () => agent.destroy() };
}

/** Puts a file there whole, as old as it is at the hub: that is how the next look knows it. @throws when it did not come whole. */
async function keep(folder: string, { path, bytes, changedAt }: BesideFile, from: IncomingMessage): Promise<void> {
  const file = join(folder, path);
  const part = join(dirname(file), `.${basename(file)}.part`);
  await mkdir(dirname(file), { recursive: true });
  try {
    await pipeline(from, createWriteStream(part, { flush: true }));
    if ((await stat(part)).size !== bytes) throw new Error(`${path} did not come whole.`);
    await utimes(part, new Date(changedAt), new Date(changedAt));
    await rename(part, file);
  } finally {
    await rm(part, { force: true });
  }
}

const isSame = (one: BesideFile | undefined, other: BesideFile): boolean =>
  one?.bytes === other.bytes && one.changedAt === other.changedAt;

/**
 * Keeps what lies beside the store of a standby as it is at its hub, until it is closed: a file that is gone there goes
 * here, one that cannot be had now is asked for again with the next look.
 */
export function copyBeside(pairing: Pairing, folder: string, lookMs = LOOK_MS) {
  const ending = new AbortController();
  const { ask, close } = asker(pairing, ending.signal);
  const kept = keptMedia(join(folder, 'media'));
  let missing = 0;

  /** Whether it is here now; a file that the hub cannot read stays missing and keeps no other one from coming. */
  async function bring(file: BesideFile): Promise<boolean> {
    const answer = await ask(`/beside/${file.path.split('/').map(encodeURIComponent).join('/')}`);
    if (answer.statusCode === 200) await keep(folder, file, answer);
    else answer.resume();
    return answer.statusCode === 200;
  }

  async function look(): Promise<void> {
    const { placed, files } = besideAnswer.parse(await json(await ask('/api/beside')));
    const here = new Map((await besideFiles(folder)).map((file) => [file.path, file]));
    const wanted = files.filter((file) => !isSame(here.get(file.path), file));
    missing = wanted.length;
    for (const { path } of files) here.delete(path);
    for (const path of here.keys()) await rm(join(folder, path), { force: true });
    // What has come to the folder there is not to be done here once more, without the files that it needs.
    kept.setPlaced(placed);
    for (const file of wanted) if (await bring(file)) missing -= 1;
  }

  async function keepLooking(): Promise<void> {
    while (!ending.signal.aborted) {
      await look().catch(() => undefined);
      await sleep(lookMs, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }

  const running = keepLooking();
  return {
    /** How many files of the hub are not here yet, as of the last look. */
    missing: () => missing,
    async close(): Promise<void> {
      ending.abort();
      close();
      await running;
    },
  };
}
